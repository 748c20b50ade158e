/* SPDX-License-Identifier: ISC
 * What people write before they know the format: the rows. */
#include "phrases.h"

#define NO WORD("")
#define SAME NO /* as the occasion has it */
#define LAST WORD("=")
#define NOT_PLAIN NO /* it may mean this or that */
#define UNSAID WORD("...")
#define TEXT KEEP_WORDS
#define NEWS ONLY_THEY
#define NEWS_TEXT (ONLY_THEY | KEEP_WORDS)
#define FACT (ONLY_THEY | KEEP_WORDS | MANY_WORDS)

/* clang-format off */
const struct phrase phrases[] = {
    /* What sounds like a deed, and is another or none. */
    {"talked @ into|out",                           NOT_PLAIN, NO, NO, 0},
    {"dropped|picked @ off|up",                     NOT_PLAIN, NO, NO, 0},
    {"checked in on",                               NOT_PLAIN, NO, NO, 0},
    {"called @ out|names",                          NOT_PLAIN, NO, NO, 0},
    {"thanks|thank be",                             NOT_PLAIN, NO, NO, 0},
    {"missed|gave missed",                          NOT_PLAIN, NO, NO, 0},
    {"met|meeting without",                         NOT_PLAIN, NO, NO, 0},
    {"left me|us",                                  NOT_PLAIN, NO, NO, ONLY_THEY},
    {"told off",                                    NOT_PLAIN, NO, NO, 0},
    {"asked|told around",                           NOT_PLAIN, NO, NO, 0},

    /* We met. */
    {"met|meeting|mtg|meeted [up] [with|w/|w]",       WORD("met"), NO, NO, 0},
    {"had [team|staff] meeting|mtg [with|w/|w]",    WORD("met"), NO, NO, 0},
    {"sat [down] with|w/",                          WORD("met"), NO, NO, 0},
    {"sat next to",                                 WORD("met"), NO, NO, TEXT},
    {"sat beside",                                  WORD("met"), NO, NO, TEXT},
    {"interviewed",                                 WORD("met"), WORD("interview"), NO, 0},
    {"called on",                                   WORD("met"), NO, NO, TEXT},
    {"had|ate|drank|shared|took",                   WORD("met"), NO, NO, TEXT | WITH_ME},
    {"got|get|getting together [with|w/]",          WORD("met"), NO, NO, 0},
    {"spent|spend time with",                       WORD("met"), NO, NO, 0},
    {"spent|spend * with",                          WORD("met"), NO, NO, TEXT},
    {"ran|bumped into",                             WORD("met"), NO, NO, TEXT},
    {"caught|catching|catch up [with|w/]",          WORD("met"), NO, NO, TEXT},
    {"hung|hanging out [with]",                     WORD("met"), NO, NO, TEXT},
    {"visited|visiting|saw|seen|hosted|joined",     WORD("met"), NO, NO, TEXT},
    {"went|gone|going to see|visit|meet",           WORD("met"), NO, NO, TEXT},
    {"had @ over|round",                            WORD("met"), NO, NO, TEXT},
    {"had @ over|round for $",                      SAME, NO, NO, 0},
    {"came over|round",                             WORD("met"), NO, NO, NEWS_TEXT},
    {"dropped|stopped|swung|came by",               WORD("met"), NO, NO, TEXT},
    {"walked|hiked|cycled|biked|jogged|ran|swam|climbed|skied|sailed with", WORD("met"), NO, NO, TEXT},
    {"trained|danced|sang|prayed with",             WORD("met"), NO, NO, TEXT},
    {"cooked|baked|ate|dined|drank|celebrated|partied|studied|travelled|traveled with", WORD("met"), NO, NO, TEXT},
    {"played|watched|attended * with",              WORD("met"), NO, NO, TEXT},
    {"took|taken @ [out] to|for $",         WORD("met"), NO, NO, 0},
    {"facetimed|zoomed with",                       WORD("met"), NO, WORD("video"), TEXT},

    {"had|have|having|grabbed|got|enjoyed|took|did [quick|short|long] $ [with|w/|w]", SAME, NO, NO, 0},
    {"had|have|having|grabbed|enjoyed|did * $ with|w/", SAME, NO, NO, 0},
    {"went [out] for|to|on [quick|short|long] $ [with|w/]", SAME, NO, NO, 0},
    {"quick|short|long $ [with|w/]",                SAME, NO, NO, ONLY_I},
    {"$ break|chat|meeting|date|drunk with|w/|w",   SAME, NO, NO, ONLY_I},
    {"$ [with|w/|w|to|at] @",                         SAME, NO, NO, ONLY_I},
    {"$ * with|w/|w|to",                            SAME, NO, NO, ONLY_I},
    {"* $ @",                                       SAME, NO, NO, ONLY_I},
    {"* $ with|w/|w",                               SAME, NO, NO, ONLY_I},
    {"$ and|&|+ * with|w/|w",                       SAME, NO, NO, ONLY_I},
    {"over $",                                      SAME, NO, NO, ONLY_I},
    {"[got|received|had] [*] $ [back] from",        SAME, NO, NO, THEY_DID},

    /* One side called. */
    {"called|phoned|rang|telephoned|ringed|rung|tel|calld [up]", WORD("called"), NO, NO, 0},
    {"called|phoned|rang back",                     WORD("called"), NO, NO, TEXT},
    {"phoned|called with",                          WORD("called"), NO, NO, 0},
    {"gave @ call|ring|buzz",                       WORD("called"), NO, NO, 0},
    {"gave call|ring|buzz to",                      WORD("called"), NO, NO, 0},
    {"spoke|spoken|talked|talking|speaking [to|with|w/]", WORD("called"), NO, NO, 0},
    {"chatted|spoke|talked on|over phone [with|to|w/]", WORD("called"), NO, NO, 0},
    {"[had|did|made] [quick|short|long] [phone|telephone] call with|to|w/", WORD("called"), NO, NO, 0},
    {"had|did|made [quick|short|long] [phone|telephone] call", WORD("called"), NO, NO, 0},
    {"phone|telephone call",                        WORD("called"), NO, NO, 0},
    {"[had] conf|conference call [with|w/]",             WORD("called"), NO, WORD("conference"), 0},
    {"[had|did] video call|chat [with|w/]",         WORD("called"), NO, WORD("video"), 0},
    {"hopped|jumped|got on [quick] call|phone with", WORD("called"), NO, NO, 0},
    {"had [quick] word with",                       WORD("called"), NO, NO, 0},
    {"on phone [with]",                             WORD("called"), NO, NO, 0},
    {"skyped with",                                 WORD("called"), NO, WORD("skype"), 0},
    {"facetimed",                                   WORD("called"), NO, NO, 0},
    {"vc [with|w/]",                                  WORD("called"), NO, NO, 0},
    {"[got|had|took|received] [phone|telephone] call from", WORD("called"), NO, NO, THEY_DID},
    {"phone screen|interview with|w/",              WORD("called"), LAST, NO, 0},
    {"* call|phonecall with|w/|to",                 WORD("called"), NO, NO, ONLY_I},
    {"* call @",                                    WORD("called"), NO, NO, ONLY_I},
    {"[was|got] called|phoned by",                  WORD("called"), NO, NO, THEY_DID},

    /* A message. */
    {"wrote|written|messaged|msg'd|msgd|pinged|replied|answered|responded [back] [to]", WORD("wrote"), NO, NO, 0},
    {"got|getting|came back to",                    WORD("wrote"), NO, NO, 0},
    {"came back",                                   WORD("wrote"), NO, NO, TEXT},
    {"got in touch [with]",                         WORD("wrote"), NO, NO, 0},
    {"reached out [to]",                            WORD("wrote"), NO, NO, 0},
    {"dropped|shot|sent|wrote @ [quick|short|little] line|note|message|msg|reply", WORD("wrote"), NO, NO, 0},
    {"dropped|shot|sent|wrote @ [quick|short|long] email|e-mail|mail", WORD("wrote"), NO, WORD("email"), 0},
    {"dropped|shot|sent|wrote @ [quick] text|txt",  WORD("wrote"), NO, WORD("text"), 0},
    {"dropped|shot|sent|wrote @ dm",                WORD("wrote"), NO, WORD("dm"), 0},
    {"sent|wrote to @ message|msg|note",            WORD("wrote"), NO, NO, 0},
    {"sent|wrote to @ email|e-mail|mail",           WORD("wrote"), NO, WORD("email"), 0},
    {"sent|wrote @ sms",                            WORD("wrote"), NO, WORD("sms"), 0},
    {"sent @ whatsapp",                             WORD("wrote"), NO, WORD("whatsapp"), 0},
    {"sent|wrote @ letter",                         WORD("wrote"), NO, WORD("letter"), 0},
    {"sent|wrote @ postcard",                       WORD("wrote"), NO, WORD("postcard"), 0},
    {"sent|wrote @ card",                           WORD("wrote"), NO, WORD("card"), 0},
    {"sent|wrote|shot|dropped [quick|short] message|msg|note|reply [to]", WORD("wrote"), NO, NO, 0},
    {"sent|wrote|shot|dropped [quick|short|long] email|e-mail|mail [to]", WORD("wrote"), NO, WORD("email"), 0},
    {"sent|wrote|shot text|txt [to]",               WORD("wrote"), NO, WORD("text"), 0},
    {"sent|wrote|shot dm [to]",                     WORD("wrote"), NO, WORD("dm"), 0},
    {"sent|wrote|shot sms [to]",                    WORD("wrote"), NO, WORD("sms"), 0},
    {"sent|wrote|mailed letter [to]",               WORD("wrote"), NO, WORD("letter"), 0},
    {"sent|wrote|mailed postcard [to]",             WORD("wrote"), NO, WORD("postcard"), 0},
    {"sent|wrote|mailed card [to]",                 WORD("wrote"), NO, WORD("card"), 0},
    {"emailed|e-mailed|mailed [back] [to]",         WORD("wrote"), NO, WORD("email"), 0},
    {"texted|txt|txted [back] [to]",                WORD("wrote"), NO, WORD("text"), 0},
    {"dm'd|dmed|dm'ed",                             WORD("wrote"), NO, WORD("dm"), 0},
    {"whatsapped|whatsapp'd|whatsapp [to]",         WORD("wrote"), NO, WORD("whatsapp"), 0},
    {"slacked",                                     WORD("wrote"), NO, WORD("slack"), 0},
    {"left @ [a] voicemail|vm|message",             WORD("wrote"), NO, WORD("voicemail"), 0},
    {"[left] voicemail|vm [message] for|with|to",   WORD("wrote"), NO, WORD("voicemail"), 0},
    {"left [a] message for|with",                   WORD("wrote"), NO, WORD("voicemail"), 0},
    {"heard [back] from",                           WORD("wrote"), NO, NO, THEY_DID},
    {"[got|had|received] message|msg|ping|reply|answer|response|word|note [back] from", WORD("wrote"), NO, NO, THEY_DID},
    {"broke news to",                               WORD("wrote"), NO, NO, TEXT},
    {"[was|got] emailed|contacted|messaged by",     WORD("wrote"), NO, NO, THEY_DID},
    {"followed up [with]",                          WORD("wrote"), NO, NO, TEXT},
    {"checked in [with]",                           WORD("wrote"), NO, NO, TEXT},
    {"wish @ *",                                    WORD("wrote"), NO, NO, TEXT},
    {"let @ know",                                  WORD("wrote"), NO, NO, 0},
    {"apologies to",                                WORD("wrote"), NO, NO, TEXT},
    {"left [@] note [for|with]",                    WORD("wrote"), WORD("note"), NO, 0},
    {"apologized|apologised [to]",                  WORD("wrote"), NO, NO, TEXT},
    {"corresponded with",                           WORD("wrote"), NO, NO, TEXT},
    {"mentioned to",                                WORD("wrote"), NO, NO, TEXT},
    {"congrats|congratulations to",                 WORD("wrote"), NO, NO, TEXT},
    {"reminded|congratulated|wished|updated|informed|nudged|chased|briefed|told|notified|warned|encouraged",
            WORD("wrote"), NO, NO, TEXT},
    {"said|told|says|tells|mentioned|suggested|reported|confessed|admitted",
            WORD("wrote"), NO, NO, FACT},

    /* Help, and things given. */
    {"gave|given|gived|shared|forwarded|fwd|fwd'd|handed|brought|donated|returned|snt|sent [back] [over|out] [to|with]",
            WORD("gave"), NO, NO, 0},
    {"took|brought|carried * [over] to",            WORD("gave"), NO, NO, 0},
    {"have|has|had send",                           WORD("gave"), NO, NO, 0},
    {"granted|lended|sended",                       WORD("gave"), NO, NO, 0},
    {"explained|showed|demonstrated|taught|teached * to",   WORD("gave"), NO, NO, TEXT},
    {"knitted|sewed|baked|cooked|made|built * for", WORD("gave"), NO, NO, TEXT},
    {"[was|got] helped|supported by",               WORD("gave"), WORD("help"), NO, THEY_DID},
    {"[was|got] introduced by",                     WORD("gave"), WORD("intro"), NO, THEY_DID},
    {"got|received|recieved|read @",                WORD("gave"), NO, NO, THEY_DID | OF_THEIRS},
    {"[*] review for",                              WORD("gave"), WORD("review"), NO, 0},
    {"treated @ to",                                WORD("gave"), NO, NO, TEXT},
    {"borrowed|borrow @",                           WORD("gave"), NO, NO, THEY_DID | OF_THEIRS},
    {"borrowed|borrow * from",                      WORD("gave"), NO, NO, THEY_DID},
    {"passed on|along [to]",                        WORD("gave"), NO, NO, 0},
    {"helped|helping [out]",                        WORD("gave"), WORD("help"), NO, 0},
    {"gave @ hand",                                 WORD("gave"), WORD("help"), NO, TEXT},
    {"introduced|intro'd|introed",                  WORD("gave"), WORD("intro"), NO, 0},
    {"connected @ with|to",                         WORD("gave"), WORD("intro"), NO, 0},
    {"reviewed|proofread",                          WORD("gave"), WORD("review"), NO, 0},
    {"recommended",                                 WORD("gave"), WORD("recommendation"), NO, 0},
    {"praised",                                     WORD("gave"), WORD("praise"), NO, 0},
    {"advised",                                     WORD("gave"), WORD("advice"), NO, 0},
    {"referred",                                    WORD("gave"), WORD("referral"), NO, 0},
    {"coached",                                     WORD("gave"), WORD("coaching"), NO, 0},
    {"mentored",                                    WORD("gave"), WORD("mentoring"), NO, 0},
    {"did @ favour|favor",                          WORD("gave"), WORD("favour"), NO, 0},
    {"lent",                                        WORD("gave"), NO, NO, TEXT},
    {"paid for",                                  WORD("gave"), NO, NO, TEXT},
    {"covered|fixed|drove|babysat|taught|teached|tutored|translated|repaired", WORD("gave"), NO, NO, TEXT},
    {"counseled|counselled|comforted|consoled",     WORD("gave"), NO, NO, TEXT},
    {"vouched for",                                 WORD("gave"), WORD("recommendation"), NO, TEXT},
    {"put in [a] [good] word for",                  WORD("gave"), WORD("recommendation"), NO, TEXT},
    {"bought|made|baked|cooked @",                  WORD("gave"), NO, NO, TEXT},
    {"appreciated",                                 WORD("gave"), WORD("praise"), NO, NEWS_TEXT},
    {"received|recieved|got|had|took|recd|rec'd [*] from",         WORD("gave"), NO, NO, THEY_DID},
    {"recd|rec'd",                                  WORD("gave"), NO, NO, THEY_DID},

    /* Promises. */
    {"promised|promise|promises|pledged",                   WORD("promised"), NO, NO, 0},
    {"promised to",                                 WORD("promised"), NO, NO, TO_DO},
    {"owe|owes|owing|accepted",                     WORD("promised"), NO, NO, 0},
    {"said yes to",                                 WORD("promised"), NO, NO, 0},
    {"promised @ i'd|i'll",                         WORD("promised"), NO, NO, TO_DO},
    {"promised @ [that] i would|will",              WORD("promised"), NO, NO, TO_DO},
    {"gonna",                                       WORD("promised"), NO, NO, TO_DO},
    {"am|i'm going to",                             WORD("promised"), NO, NO, TO_DO},
    {"is|am owing",                                 WORD("promised"), NO, NO, 0},
    {"will|i'll|we'll|must|shall|gotta",            WORD("promised"), NO, NO, TO_DO},
    {"need|have|got|agreed|offered|committed|volunteered to", WORD("promised"), NO, NO, TO_DO},
    {"todo|to-do|2do",                              WORD("promised"), NO, NO, TO_DO},
    {"to do",                                       WORD("promised"), NO, NO, TO_DO},
    {"said i'd|i'll|she'd|he'd|they'd|she'll|he'll|they'll", WORD("promised"), NO, NO, TO_DO},
    {"said i|she|he|they would|will",               WORD("promised"), NO, NO, TO_DO},
    {"is [going] [to] sending|send",                WORD("promised"), NO, NO, 0},
    {"is going to",                                 WORD("promised"), NO, NO, TO_DO},
    {"[will] get back to",                          WORD("promised"), WORD("reply"), NO, 0},
    {"kept|delivered|finished|completed|did|done",  WORD("kept"), NO, NO, 0},
    {"handed|turned in",                            WORD("kept"), NO, NO, 0},

    /* Called off, and refused. */
    {"dropped|cancelled|canceled|canc|withdrew|withdrawn|scrapped", WORD("dropped"), NO, NO, 0},
    {"cancelled|canceled on",                       WORD("dropped"), NO, NO, 0},
    {"called off",                                  WORD("dropped"), NO, NO, 0},
    {"backed|pulled out of",                        WORD("dropped"), NO, NO, 0},
    {"had|has|have to cancel|drop",                 WORD("dropped"), NO, NO, 0},
    {"had|has|have to call off",                    WORD("dropped"), NO, NO, 0},
    {"[was|got] rejected|refused|declined by",      WORD("declined"), UNSAID, NO, THEY_DID},
    {"declined|refused|rejected|denied|decl",            WORD("declined"), NO, NO, 0},
    {"turned down",                                 WORD("declined"), NO, NO, 0},
    {"passed on",                                   WORD("declined"), NO, NO, ONLY_THEY},
    {"no to",                                       WORD("declined"), NO, NO, ONLY_THEY},
    {"said no to",                                  WORD("declined"), NO, NO, 0},
    {"said no",                                     WORD("declined"), UNSAID, NO, 0},
    {"had|has|have to decline|refuse",              WORD("declined"), NO, NO, 0},
    {"had|has|have to turn down",                   WORD("declined"), NO, NO, 0},
    {"had|has|have to say no to",                   WORD("declined"), NO, NO, 0},

    /* Favours asked for. */
    {"asked|asks|requested|req'd|begged|demanded [for]",     WORD("asked"), NO, NO, 0},
    {"asked about",                                 WORD("asked"), NO, NO, 0},
    {"asks|asked me|us for",                        WORD("asked"), NO, NO, 0},
    {"[was|got] asked by",                          WORD("asked"), NO, NO, THEY_DID},
    {"needs|wants|reqs",                              WORD("asked"), NO, NO, ONLY_THEY},
    {"would like",                                  WORD("asked"), NO, NO, ONLY_THEY},
    {"is|was asking|looking [for]",                 WORD("asked"), NO, NO, ONLY_THEY},

    /* Thanks. */
    {"thanked|thankd|thanks|thx|thx'd [to] [for]",  WORD("thanked"), NO, NO, 0},
    {"[said] thank you [to]",                       WORD("thanked"), NO, NO, 0},
    {"said thanks [to]",                            WORD("thanked"), NO, NO, 0},
    {"[sent|wrote] thank-you|thankyou note [to]",   WORD("thanked"), WORD("note"), NO, 0},
    {"[sent|wrote] thank you note [to]",            WORD("thanked"), WORD("note"), NO, 0},
    {"sent|wrote @ thank-you|thankyou note",        WORD("thanked"), WORD("note"), NO, 0},
    {"sent|wrote @ thank you note",                 WORD("thanked"), WORD("note"), NO, 0},
    {"[sent|wrote] thank-you|thankyou $ [to]", WORD("thanked"), NO, NO, 0},
    {"[sent|wrote] thank you $ [to]",       WORD("thanked"), NO, NO, 0},
    {"sent|wrote @ thank-you|thankyou $",   WORD("thanked"), NO, NO, 0},
    {"sent|wrote @ thank you $",            WORD("thanked"), NO, NO, 0},
    {"acked|acknowledged|ack",                          WORD("acked"), NO, NO, 0},

    /* Facts about them. */
    {"noted|note|nb",                           WORD("noted"), NO, NO, MANY_WORDS},
    {"likes|loves|enjoys|adores|hates|dislikes|prefers|avoids|collects|plays|speaks|drinks|eats|reads|runs|teaches|knows",
            WORD("noted"), NO, NO, FACT},
    {"lives|works|studies|studied|teaches in|at|for|as|with|on|near", WORD("noted"), NO, NO, FACT},
    {"studied",                                     WORD("noted"), NO, NO, FACT},
    {"can't|cannot stand|eat|drink",                WORD("noted"), NO, NO, FACT},
    {"is allergic|vegetarian|vegan|lactose|gluten|colorblind|colourblind|left-handed|afraid|interested|keen|based|from",
            WORD("noted"), NO, NO, FACT},
    {"has|have one|two|three|four|five",            WORD("noted"), NO, NO, FACT},
    {"grew up",                                     WORD("noted"), NO, NO, FACT},
    {"used to",                                     WORD("noted"), NO, NO, FACT},
    {"doesn't|don't like|eat|drink|do|work|drive|want", WORD("noted"), NO, NO, FACT},
    {"only|never|always works|drinks|eats|answers|replies", WORD("noted"), NO, NO, FACT},
    {"allergic",                                    WORD("noted"), NO, NO, FACT},
    {"is|are",                                      WORD("noted"), NO, NO, FACT},

    /* Wishes and appointments. */
    {"want",                                        WORD("want"), NO, NO, ONLY_I},
    {"would want",                                  WORD("want"), NO, NO, ONLY_I},
    {"meet|appointment|appt [with|w/]",             WORD("meet"), NO, NO, 0},
    {"scheduled|booked [meeting|appointment|appt] [with|w/]", WORD("meet"), NO, NO, 0},
    {"* with|w/ @ scheduled|booked|arranged",       WORD("meet"), NO, NO, 0},
    {"scheduled|booked|arranged $ [with|w/]",       WORD("meet"), NO, NO, 0},
    {"$ scheduled|booked|arranged|planned [with|w/]", WORD("meet"), NO, NO, 0},

    /* News of theirs. */
    {"had",                                         WORD("had"), NO, NO, NEWS},
    {"[is|was|got|getting|been] promoted|promo'd",  WORD("had"), WORD("promotion"), NO, NEWS},
    {"got promotion",                               WORD("had"), WORD("promotion"), NO, NEWS},
    {"was|is|been made",                            WORD("had"), WORD("promotion"), NO, NEWS_TEXT},
    {"[is|was] pregnant|expecting",                 WORD("had"), WORD("pregnancy"), NO, NEWS},
    {"[got|is|was|are|were] [getting] married",              WORD("had"), WORD("wedding"), NO, NEWS},
    {"[got|is|was|are|were] [getting] engaged",              WORD("had"), WORD("engagement"), NO, NEWS},
    {"[got|is|was|are|were] [getting] divorced",             WORD("had"), WORD("divorce"), NO, NEWS},
    {"relocated",                                   WORD("had"), WORD("move"), NO, NEWS},
    {"moved|moves|moving to|from|house|away|back|in|out", WORD("had"), WORD("move"), NO, NEWS_TEXT},
    {"is moving",                                   WORD("had"), WORD("move"), NO, NEWS_TEXT},
    {"changed|switched job|jobs|company|companies|employers", WORD("had"), WORD("job"), NO, NEWS_TEXT},
    {"[has] joined",                                WORD("had"), WORD("job"), NO, NEWS_TEXT},
    {"is|was joining|starting",                     WORD("had"), WORD("job"), NO, NEWS_TEXT},
    {"started at|as|working",                       WORD("had"), WORD("job"), NO, NEWS_TEXT},
    {"got|found|has|started|landed new job|position|role", WORD("had"), WORD("job"), NO, NEWS},
    {"got|found|landed job",                        WORD("had"), WORD("job"), NO, NEWS},
    {"found new work",                              WORD("had"), WORD("job"), NO, NEWS_TEXT},
    {"new job",                                     WORD("had"), WORD("job"), NO, NEWS},
    {"left|leaves",                                 WORD("had"), WORD("departure"), NO, NEWS_TEXT},
    {"is leaving",                                  WORD("had"), WORD("departure"), NO, NEWS_TEXT},
    {"stepped|stepping down",                       WORD("had"), WORD("departure"), NO, NEWS_TEXT},
    {"is stepping down",                            WORD("had"), WORD("departure"), NO, NEWS_TEXT},
    {"quit|quits",                                  WORD("had"), WORD("resignation"), NO, NEWS_TEXT},
    {"resigned",                                    WORD("had"), WORD("resignation"), NO, NEWS},
    {"[is] retired|retiring",                       WORD("had"), WORD("retirement"), NO, NEWS},
    {"died",                                        WORD("had"), WORD("death"), NO, NEWS_TEXT},
    {"passed away",                                 WORD("had"), WORD("death"), NO, NEWS_TEXT},
    {"[is|was|got|fell|been] ill|sick",             WORD("had"), WORD("illness"), NO, NEWS},
    {"has covid|flu|pneumonia",                     WORD("had"), WORD("illness"), NO, NEWS_TEXT},
    {"[is|was|went] [back] in|into|to hospital|icu", WORD("had"), WORD("hospital"), NO, NEWS_TEXT},
    {"is|was hospitalized|hospitalised",            WORD("had"), WORD("hospital"), NO, NEWS_TEXT},
    {"lost mother|father|mum|mom|dad|husband|wife|partner|brother|sister|son|daughter|grandmother|grandfather|friend|dog|cat",
            WORD("had"), WORD("loss"), NO, NEWS_TEXT},
    {"lost",                                        WORD("had"), WORD("loss"), NO, NEWS_TEXT},
    {"sold [*] company|business|firm|house|flat|shop", WORD("had"), WORD("sale"), NO, NEWS_TEXT},
    {"has operation|surgery",                       WORD("had"), LAST, NO, NEWS},
    {"[is|was|got] acquired",                       WORD("had"), WORD("acquisition"), NO, NEWS_TEXT},
    {"failed [*] exam|exams|test|course",           WORD("had"), WORD("failure"), NO, NEWS_TEXT},
    {"[is|was|got] transferred|relocated",          WORD("had"), WORD("move"), NO, NEWS_TEXT},
    {"is not well",                                 WORD("had"), WORD("illness"), NO, NEWS},
    {"lost job",                                    WORD("had"), WORD("job-loss"), NO, NEWS_TEXT},
    {"[is|was|got|been] laid off",                  WORD("had"), WORD("layoff"), NO, NEWS},
    {"[is|was|got|been] laid-off",                  WORD("had"), WORD("layoff"), NO, NEWS},
    {"was|got|been fired|sacked",                   WORD("had"), WORD("dismissal"), NO, NEWS_TEXT},
    {"[has] graduated",                             WORD("had"), WORD("graduation"), NO, NEWS},
    {"gave birth",                                  WORD("had"), WORD("birth"), NO, NEWS},
    {"[is|was|are|were|got] blessed with baby|boy|girl", WORD("had"), WORD("baby"), NO, NEWS_TEXT},
    {"has|had|celebrates|celebrated birthday",      WORD("had"), WORD("birthday"), NO, NEWS},
    {"had baby",                                    WORD("had"), WORD("baby"), NO, NEWS},
    {"had [baby|little] daughter|son|twins|girl|boy", WORD("had"), WORD("baby"), NO, NEWS_TEXT},
    {"[is|was] broke|broken arm|leg|hip|wrist|ankle|foot", WORD("had"), WORD("injury"), NO, NEWS_TEXT},
    {"published",                                   WORD("had"), WORD("publication"), NO, NEWS_TEXT},
    {"launched|launches",                           WORD("had"), WORD("launch"), NO, NEWS_TEXT},
    {"bought house|flat|apartment",                 WORD("had"), WORD("house"), NO, NEWS_TEXT},
    {"defended|defends",                            WORD("had"), WORD("defense"), NO, NEWS_TEXT},
    {"founded",                                     WORD("had"), WORD("startup"), NO, NEWS_TEXT},
    {"has|got cancer",                              WORD("had"), WORD("cancer"), NO, NEWS},
    {"had operation|surgery|accident|stroke|miscarriage|chemo|transplant", WORD("had"), LAST, NO, NEWS},
    {"had [car|bike|knee|hip|heart|back|eye|brain] operation|surgery|accident|attack", WORD("had"), LAST, NO, NEWS_TEXT},
    {"won|got grant|fellowship|scholarship|award|prize|medal|contract|visa|citizenship|tenure|phd", WORD("had"), LAST, NO, NEWS},
    {"won|got her|his|their grant|fellowship|scholarship|award|prize|medal", WORD("had"), LAST, NO, NEWS_TEXT},
    {"won",                                         WORD("had"), WORD("win"), NO, NEWS_TEXT},
    {"passed exam|exams|test|bar|boards|driving",   WORD("had"), WORD("exam"), NO, NEWS_TEXT},
    {"is opening",                                  WORD("had"), WORD("opening"), NO, NEWS_TEXT},
    {"got accepted|admitted",                       WORD("had"), WORD("admission"), NO, NEWS_TEXT},
    {"became|become",                               WORD("had"), WORD("news"), NO, NEWS_TEXT},
    {"turned|turns thirty|forty|fifty|sixty|seventy|eighty|30|40|50|60|70|80|90",
            WORD("had"), WORD("birthday"), NO, NEWS_TEXT},
};

const struct occasion occasions[] = {
    {"coffee tea lunch dinner breakfast brunch supper drink drinks beer beers pint pints wine cuppa aperitif cocktails",
            WORD("met"), true, NO},
    {"walk hike run ride swim sauna gym yoga concert movie picnic barbecue bbq party visit trip climb",
            WORD("met"), true, NO},
    {"workshop interview onsite kickoff kick-off standup stand-up catch-up catchup offsite demo site-visit huddle handover sync",
            WORD("met"), true, NO},
    {"brainstorm session retro seminar meetup one-on-one debrief call-in conference review-meeting lesson rehearsal",
            WORD("met"), true, NO},
    {"meeting mtg chat 1:1 1-1 1on1",               WORD("met"), false, NO},
    {"zoom",                                        WORD("met"), false, WORD("zoom")},
    {"teams",                                       WORD("met"), false, WORD("teams")},
    {"skype",                                       WORD("met"), false, WORD("skype")},
    {"hangout",                                     WORD("met"), false, WORD("hangout")},
    {"facetime",                                    WORD("met"), false, WORD("facetime")},
    {"email e-mail",                                WORD("wrote"), false, WORD("email")},
    {"mail",                                        WORD("wrote"), false, WORD("mail")},
    {"text",                                        WORD("wrote"), false, WORD("text")},
    {"sms",                                         WORD("wrote"), false, WORD("sms")},
    {"message msg",                                 WORD("wrote"), false, NO},
    {"letter",                                      WORD("wrote"), false, WORD("letter")},
    {"postcard",                                    WORD("wrote"), false, WORD("postcard")},
    {"card",                                        WORD("wrote"), false, WORD("card")},
    {"dm",                                          WORD("wrote"), false, WORD("dm")},
    {"fax",                                         WORD("wrote"), false, WORD("fax")},
    {"whatsapp",                                    WORD("wrote"), false, WORD("whatsapp")},
    {"voicemail",                                   WORD("wrote"), false, WORD("voicemail")},
    {"phone telephone",                             WORD("called"), false, NO},
};

const struct deed_thing deed_things[] = {
    {WORD("introduce"), WORD("intro")},
    {WORD("connect"), WORD("intro")},
    {WORD("recommend"), WORD("recommendation")},
};

/* NOLINTBEGIN(bugprone-suspicious-missing-comma): a list may have two lines. */
const char *const word_lists[WORD_LISTS] = {
    [FILLERS] = "a an the i we me us",
    [POSSESSIVES] = "my our his her their your its",
    [PREPOSITIONS] =
	"to for on about with in at of from by as before after because since re via over into until till due and or regarding "
	"concerning when while so if",
    [QUESTIONS] = "if whether about that what how when why who where which re regarding",
    [DOUBTS] =
	"chatted invited tried forgot still hasn't haven't hadn't didn't don't doesn't won't can't couldn't wouldn't wasn't isn't not "
	"never almost maybe perhaps might should would i'd trying postponed rescheduled rearranged supposed planned planning "
	"hoping hope argued disagreed complained preponed moved pushed cancelled canceled fight quarrel conflict",
    [CHANNELS] =
	"zoom irc teams skype email e-mail mail phone telephone signal whatsapp slack linkedin sms text telegram facetime discord "
	"mastodon twitter instagram facebook letter post voicemail video",
    [ADVERBS] =
	"have has had am was been poor dear little old such believe think guess hear heard i've he she they that btw fyi please just "
	"also finally briefly again really kindly today this morning afternoon evening night last so ok and",
    [HAD_WORDS] = "had have having grabbed got went for over did quick took out shared enjoyed",
    [MANNERS] = "quick short long little good",
    [BEFORE_DEEDS] = "remember try please also just finally still",
    [NO_DEEDS] = "think try see consider be have know let look check",
    [BEFORE_TIMES] = "for about nearly almost ca around approx approximately took lasted over",
    [AUXILIARIES] = "had meet want",
    [JOINTS] = "and & +",
    [ME] = "i me we us myself",
    [WITH] = "with w/ w",
    [BESIDE_PEOPLE] = "with w/ w to from for on",
    [CHANNEL_WORDS] = "on via by over through",
    [EMPTY_WORDS] = "just also",
    [OTHER_DAYS] = "yesterday tomorrow",
};
/* NOLINTEND(bugprone-suspicious-missing-comma) */
/* clang-format on */

const size_t phrase_count = COUNT(phrases);
const size_t occasion_count = COUNT(occasions);
const size_t deed_thing_count = COUNT(deed_things);

/* The bit of a byte by its lower five bits, which are the same in both cases of a letter. */
static uint32_t
letter_bit(char c)
{
	return 1U << (c & 31);
}

/* The letters that a phrase may begin with: those of its first words, up to one that must be there. */
static uint32_t
first_letters(const char *pattern)
{
	uint32_t letters = 0;

	for (const char *p = pattern; *p; p = *p ? p + 1 : p) {
		bool may_lack = *p == '[';

		p += may_lack;
		if (strchr("@*$", *p))
			return UINT32_MAX;
		for (letters |= letter_bit(*p); *p && *p != ' '; p++)
			if (*p == '|')
				letters |= letter_bit(p[1]);
		if (!may_lack)
			break;
	}
	return letters;
}

bool
phrase_may_begin(size_t i, struct str word)
{
	static uint32_t letters[COUNT(phrases)]; /* 0: not looked at so far */

	if (!letters[i])
		letters[i] = first_letters(phrases[i].words);
	return letters[i] & letter_bit(*word.p);
}

struct str
cut_alternative(struct str *words)
{
	const char *bar = str_find(*words, '|');
	struct str one = bar ? str_between(words->p, bar) : *words;

	*words = bar ? str_rest(*words, bar + 1) : str_from(*words, words->n);
	return one;
}
