;;; rc-text.el --- People and journal in plain text  -*- lexical-binding: t; -*-

;; SPDX-License-Identifier: ISC
;; Copyright (c) 2026 the rc-tools authors

;; Author: the rc-tools authors
;; Version: 1.0
;; Package-Requires: ((emacs "26.1"))
;; Keywords: text, tools

;;; Commentary:

;; A mode for the text of rc-text(5), which rc-parse(1) reads: people.txt and
;; journal.txt.  It shows who acts, completes ids, verbs and what is open, and
;; has rc-parse check the text while it is written.  See rc-editors(7).
;;
;; In the init file:
;;
;;   (require 'rc-text)
;;   (add-hook 'rc-text-mode-hook #'flymake-mode)

;;; Code:

(require 'flymake)
(require 'seq)
(require 'subr-x)

(defgroup rc-text nil
  "People and journal in plain text."
  :group 'text
  :prefix "rc-text-")

(defcustom rc-text-parse-program "rc-parse"
  "The program that checks the text."
  :type 'string
  :risky t)

(defcustom rc-text-words-program "rc-words"
  "The program that knows what may stand at the end of a line."
  :type 'string
  :risky t)

(defface rc-text-date '((t :inherit font-lock-constant-face))
  "A day, a deadline, a span or a duration.")
(defface rc-text-them '((t :inherit font-lock-type-face))
  "The people in front of the verb, who act.")
(defface rc-text-id '((t :inherit font-lock-variable-name-face))
  "The people after the verb, where I act.")
(defface rc-text-verb '((t :inherit font-lock-keyword-face))
  "A verb.")
(defface rc-text-object '((t :inherit font-lock-constant-face))
  "What an entry is about.")
(defface rc-text-word '((t :inherit font-lock-builtin-face))
  "The words by and via, and the attributes of a tier.")
(defface rc-text-channel '((t :inherit font-lock-string-face))
  "A channel.")
(defface rc-text-tag '((t :inherit font-lock-preprocessor-face))
  "A tag.")
(defface rc-text-person '((t :inherit font-lock-type-face))
  "The id that begins a person.")
(defface rc-text-name '((t :inherit font-lock-function-name-face))
  "The name of a person.")
(defface rc-text-key '((t :inherit font-lock-keyword-face))
  "A key that means something.")
(defface rc-text-own-key '((t :inherit font-lock-doc-face))
  "A key of the user's own.")
(defface rc-text-choice '((t :inherit font-lock-constant-face))
  "A value that is one of a few, and the name of a tier.")
(defface rc-text-directive '((t :inherit font-lock-preprocessor-face))
  "The words tier and rule at the start of a line.")
(defface rc-text-rule '((t :inherit font-lock-keyword-face))
  "The name of a rule.")
(defface rc-text-comment '((t :inherit font-lock-comment-face))
  "A comment.")
(defface rc-text-conflict '((t :inherit error))
  "A marker that a merge has left.")

(defconst rc-text-verbs
  '("acked" "asked" "called" "declined" "dropped" "gave" "had" "kept" "meet"
    "met" "noted" "promised" "thanked" "want" "wrote")
  "The verbs of an entry.")

(defconst rc-text-keys
  '("birthday" "busy" "email" "every" "formal" "greet" "hours" "job" "knows"
    "met" "note" "on" "pause" "phone" "status" "tag" "tags" "tier" "topic"
    "uid" "via")
  "The keys of a field that mean something.")

(defconst rc-text-attributes '("every" "give" "max")
  "What a tier may set.")

(defconst rc-text-rules
  '("aftermath" "answer" "ask-days" "ask-gap" "belated" "cold" "debt"
    "dormant" "drift" "effort" "fade" "follow" "news" "nudge" "outcome"
    "promise" "reply" "reply-fade" "return" "stale" "thanks" "unanswered"
    "waiting")
  "The rules.")

(defconst rc-text--date "[0-9]\\{4\\}-[0-9][0-9]-[0-9][0-9]"
  "A date.")

(defconst rc-text--days
  (concat "\\(?:[0-9]\\{4\\}-\\)?[0-9][0-9]-[0-9][0-9]"
          "\\(?:\\.\\.\\(?:[0-9]\\{4\\}-\\)?[0-9][0-9]-[0-9][0-9]\\)?")
  "A day, one of every year, or a time from one to another.")

(defconst rc-text--span
  (concat "\\(?:[0-9]\\{1,5\\}\\(?:d\\|w\\|mo\\|y\\)?"
          "\\|weekly\\|monthly\\|quarterly\\|yearly\\|never\\)")
  "A span, or a number.")

(defconst rc-text--duration
  (concat "\\(?:[0-9]+m\\|[0-9]+h\\(?:[0-9][0-9]?m\\)?"
          "\\|[0-9]+\\.[0-9][0-9]?h\\)")
  "A duration.")

(defun rc-text--is (form word)
  "Whether WORD, from start to end, has the FORM, a regular expression."
  (string-match-p (concat "\\`\\(?:" form "\\)\\'") word))

;;; Colours

;; Word by word rather than by a regular expression for the whole line: a line
;; of 64 KiB would be too much for one.

(defun rc-text--put (beg end face)
  "Give the text from BEG to END the FACE."
  (put-text-property beg end 'face face))

(defun rc-text--next-word (end)
  "Go behind the next word before END; return its start, or nil."
  (skip-chars-forward " \t" end)
  (when (< (point) end)
    (prog1 (point)
      (skip-chars-forward "^ \t" end))))

(defun rc-text--person-word (beg end face)
  "Give the id from BEG to END, but for its comma, the FACE."
  (rc-text--put beg (if (eq (char-before end) ?,) (1- end) end) face))

(defun rc-text--colour-head (end)
  "Colour the words of an entry from point to END, its colon."
  (let (verb-seen expected beg)
    (while (setq beg (rc-text--next-word end))
      (let ((word (buffer-substring-no-properties beg (point))))
        (cond
         (expected (rc-text--put beg (point) expected)
                   (setq expected nil))
         ((eq (aref word 0) ?@)
          (rc-text--person-word
           beg (point) (if verb-seen 'rc-text-id 'rc-text-them)))
         ((member word '("and" "&")))
         ((not verb-seen)
          (if (not (member word rc-text-verbs))
              (goto-char end)
            (setq verb-seen t)
            (rc-text--put beg (point) 'rc-text-verb)))
         ((eq (aref word 0) ?#) (rc-text--put beg (point) 'rc-text-tag))
         ((member word '("by" "via"))
          (rc-text--put beg (point) 'rc-text-word)
          (setq expected
                (if (equal word "by") 'rc-text-date 'rc-text-channel)))
         ((<= ?0 (aref word 0) ?9)
          (when (rc-text--is rc-text--duration word)
            (rc-text--put beg (point) 'rc-text-date)))
         (t (rc-text--put beg (point) 'rc-text-object)))))))

(defun rc-text--colour-text (eol)
  "Colour the tags of the text from point to EOL.
A tag is at the start of the text or after a blank, and is as much of it
as has the form of a word."
  (while (search-forward "#" eol t)
    (let ((beg (1- (point))))
      (when (and (memq (char-before beg) '(?: ?\s ?\t))
                 (looking-at-p "[[:alpha:][:nonascii:]]"))
        (skip-chars-forward "[:alnum:][:nonascii:]_.\\-" eol)
        (skip-chars-backward ".\\-" beg)
        (rc-text--put beg (point) 'rc-text-tag)))))

(defun rc-text--colour-entry (eol)
  "Colour the entry at point, which ends at EOL."
  (rc-text--put (point) (+ (point) 10) 'rc-text-date)
  (forward-char 10)
  (let ((colon (save-excursion (skip-chars-forward "^:" eol) (point))))
    (rc-text--colour-head colon)
    (goto-char colon)
    (rc-text--colour-text eol)))

(defun rc-text--colour-pairs (end)
  "Colour the attributes of a tier and their values from point to END."
  (let (beg)
    (while (setq beg (rc-text--next-word end))
      (let ((word (buffer-substring-no-properties beg (point))))
        (cond
         ((member word rc-text-attributes)
          (rc-text--put beg (point) 'rc-text-word))
         ((rc-text--is rc-text--span word)
          (rc-text--put beg (point) 'rc-text-date)))))))

(defun rc-text--colour-directive (eol)
  "Colour the directive at point, which ends at EOL."
  (let* ((beg (rc-text--next-word eol))
         (kind (buffer-substring-no-properties beg (point))))
    (rc-text--put beg (point) 'rc-text-directive)
    (when (setq beg (rc-text--next-word eol))
      (cond
       ((equal kind "tier")
        (rc-text--put beg (point) 'rc-text-choice)
        (rc-text--colour-pairs eol))
       ((member (buffer-substring-no-properties beg (point)) rc-text-rules)
        (rc-text--put beg (point) 'rc-text-rule)
        (when (setq beg (rc-text--next-word eol))
          (rc-text--put beg (point) 'rc-text-date)))))))

(defun rc-text--value-face (key word)
  "The face of WORD, the first of a value of KEY, or nil."
  (pcase key
    ((or "birthday" "busy" "job" "met" "on" "pause")
     (and (rc-text--is rc-text--days word) 'rc-text-date))
    ("every" (and (rc-text--is rc-text--span word) 'rc-text-date))
    ("status" (and (member word '("active" "guarded" "closed"))
                   'rc-text-choice))
    ("formal" (and (member word '("yes" "no")) 'rc-text-choice))
    ("tier" 'rc-text-choice)
    ("via" 'rc-text-channel)))

(defun rc-text--colour-field (eol)
  "Colour the field at point, which ends at EOL."
  (let* ((beg (rc-text--next-word eol))
         (key (buffer-substring-no-properties beg (1- (point)))))
    (rc-text--put beg (point) (if (member key rc-text-keys)
                                  'rc-text-key
                                'rc-text-own-key))
    (when (setq beg (rc-text--next-word eol))
      (if (member key '("tag" "tags"))
          (rc-text--put beg (save-excursion (goto-char eol)
                                            (skip-chars-backward " \t")
                                            (point))
                        'rc-text-tag)
        (let ((face (rc-text--value-face
                     key (buffer-substring-no-properties beg (point)))))
          (when face
            (rc-text--put beg (point) face)))))))

(defun rc-text--colour-person (eol)
  "Colour the line at point that begins a person and ends at EOL."
  (rc-text--person-word (rc-text--next-word eol) (point) 'rc-text-person)
  (skip-chars-forward " \t" eol)
  (rc-text--put (point) eol 'rc-text-name))

(defun rc-text--colour-lines (limit)
  "Colour the lines from point to LIMIT.
Return nil, so that font-lock is done with them."
  (beginning-of-line)
  (while (< (point) limit)
    (let ((eol (line-end-position)))
      (cond
       ((looking-at "[ \t]*[#;]")
        (rc-text--put (point) eol 'rc-text-comment))
       ((looking-at-p "@") (rc-text--colour-person eol))
       ((looking-at-p (concat rc-text--date "\\(?:[ \t:]\\|$\\)"))
        (rc-text--colour-entry eol))
       ((looking-at-p "\\(?:tier\\|rule\\)[ \t]")
        (rc-text--colour-directive eol))
       ((looking-at-p "[ \t]+[a-z][a-z0-9-]*:\\(?:[ \t]\\|$\\)")
        (rc-text--colour-field eol))
       ((looking-at-p
         "<\\{7\\}\\|=\\{7\\}\\|>\\{7\\}\\||\\{7\\}")
        (rc-text--put (point) eol 'rc-text-conflict)))
      (goto-char eol)
      (forward-line)))
  nil)

;;; Completion

(defun rc-text--run (program &rest args)
  "What PROGRAM with ARGS prints, as lines; nil where it fails.
No shell sees the arguments."
  (with-temp-buffer
    (let ((coding-system-for-read 'utf-8-unix)
          (coding-system-for-write 'utf-8-unix))
      (when (eq 0 (ignore-errors
                    (apply #'call-process program nil '(t nil) nil args)))
        (split-string (buffer-string) "\n" t)))))

(defun rc-text--folder ()
  "The folder of people.txt and the journal."
  (directory-file-name (expand-file-name default-directory)))

(defun rc-text-completion-at-point ()
  "Complete an id, a verb or what is open, as rc-words(1) has them."
  (unless (file-remote-p default-directory)
    (let* ((end (point))
           (bol (line-beginning-position))
           (beg (save-excursion (skip-chars-backward "^ \t" bol) (point)))
           (words (mapcar (lambda (line) (split-string line "\t"))
                          (rc-text--run
                           rc-text-words-program "-C" (rc-text--folder)
                           "-l" (buffer-substring-no-properties bol end)))))
      (when words
        (list beg end (mapcar #'car words)
              :annotation-function
              (lambda (word)
                (let ((what (cadr (assoc word words))))
                  (and what (concat "  " what)))))))))

;;; Checks

(defun rc-text--people ()
  "People.txt as an argument, or nil if that is what this buffer visits."
  (unless (equal (file-name-nondirectory (or buffer-file-name "")) "people.txt")
    (and (file-readable-p "people.txt") '("people.txt"))))

(defun rc-text--region (line column)
  "Where the fault at LINE and COLUMN, a count of bytes or nil, is.
Without a column, it is the whole line."
  (save-excursion
    (goto-char (point-min))
    (forward-line (1- line))
    (let ((eol (line-end-position)))
      (when column
        (goto-char (min eol (or (byte-to-position
                                 (+ (position-bytes (point)) (1- column)))
                                eol))))
      (let ((beg (if (and (eolp) (not (bolp))) (1- (point)) (point))))
        (if column (skip-chars-forward "^ \t:" eol) (goto-char eol))
        (cons beg (min (max (point) (1+ beg)) (point-max)))))))

(defun rc-text--diagnostics (source said)
  "What rc-parse SAID in its buffer of SOURCE, as diagnostics of flymake."
  (let (found)
    (with-current-buffer said
      (goto-char (point-min))
      (while (re-search-forward
              (concat "^<stdin>:\\([0-9]+\\):\\(?:\\([0-9]+\\):\\)?"
                      " \\(error\\|warning\\|note\\): \\(.*\\)$")
              nil t)
        (push (list (string-to-number (match-string 1))
                    (and (match-string 2)
                         (string-to-number (match-string 2)))
                    (intern (concat ":" (match-string 3)))
                    (match-string 4))
              found)))
    (with-current-buffer source
      (save-restriction
        (widen)
        (mapcar (lambda (message)
                  (let ((region (rc-text--region (nth 0 message)
                                                 (nth 1 message))))
                    (flymake-make-diagnostic source (car region) (cdr region)
                                             (nth 2 message)
                                             (nth 3 message))))
                (nreverse found))))))

(defvar-local rc-text--check nil
  "The process by which this buffer is being checked.")

(defun rc-text-flymake (report &rest _)
  "Have rc-parse check the text as it is in the buffer; a backend of flymake.
REPORT is called with what it says.  People.txt is read for the ids."
  (when (or (file-remote-p default-directory)
            (not (executable-find rc-text-parse-program)))
    (error "Cannot run %s here" rc-text-parse-program))
  (when (process-live-p rc-text--check)
    (kill-process rc-text--check))
  (let ((source (current-buffer)))
    (setq rc-text--check
          (make-process
           :name "rc-text-flymake" :noquery t :connection-type 'pipe
           :coding 'utf-8-unix
           :buffer (generate-new-buffer " *rc-text-flymake*")
           :command (append (list rc-text-parse-program "-c" "-")
                            (rc-text--people))
           :sentinel
           (lambda (process _event)
             (when (memq (process-status process) '(exit signal))
               (unwind-protect
                   (when (and (buffer-live-p source)
                              (eq process
                                  (buffer-local-value 'rc-text--check source)))
                     (funcall report (rc-text--diagnostics
                                      source (process-buffer process))))
                 (kill-buffer (process-buffer process)))))))
    ;; It stops reading where it is given a table, and says why.
    (ignore-errors
      (save-restriction
        (widen)
        (process-send-region rc-text--check (point-min) (point-max)))
      (process-send-eof rc-text--check))))

(defun rc-text--compile-command ()
  "A command for `compile': a check of people.txt and the journals here."
  (let ((files (append (and (file-readable-p "people.txt") '("people.txt"))
                       (directory-files "." nil "\\`journal.*\\.txt\\'")
                       (and buffer-file-name
                            (list (file-name-nondirectory
                                   buffer-file-name))))))
    (concat rc-text-parse-program " -c -- "
            (mapconcat #'shell-quote-argument (delete-dups files) " "))))

;;; The mode

(defconst rc-text--entry
  (concat rc-text--date
          "\\(?:[ \t]+\\(?:@[^ \t\n:]+\\|and\\|&\\)\\)\\{0,20\\}[ \t]+"
          (regexp-opt rc-text-verbs t) "\\(?:[ \t:]\\|$\\)")
  "The start of an entry.")

(defun rc-text--ours-here ()
  "Say what the line at point is: `ours', `person', `maybe', or nil.
Ours are entries and directives; a person needs a field to be one."
  (cond
   ((looking-at-p "[ \t]*\\(?:[#;]\\|$\\)") 'maybe)
   ((and (looking-at-p rc-text--entry) (looking-at-p "[^:\n]*@")) 'ours)
   ((looking-at-p (concat rc-text--date "\\(?:[ \t:]\\|$\\)")) 'maybe)
   ((looking-at-p
     (concat "tier[ \t]+[^ \t\n]+[ \t]+" (regexp-opt rc-text-attributes t)
             "[ \t]+" rc-text--span
             "\\|rule[ \t]+[a-z-]+[ \t]+[0-9]"))
    'ours)
   ((looking-at-p "@[^@ \t\n:]+\\(?:[ \t]\\|$\\)") 'person)))

;;;###autoload
(defun rc-text-p ()
  "Whether this buffer visits a text file with people or a journal in it.
It tells by the first hundred lines."
  (when (and buffer-file-name
             (string-match-p "\\.txt\\'" buffer-file-name))
    (save-excursion
      (goto-char (point-min))
      (let ((lines 100) (kind 'maybe) person)
        (while (and (memq kind '(maybe person)) (> lines 0) (not (eobp)))
          (setq kind (if (and person (looking-at-p
                                      "[ \t]+[a-z][a-z0-9-]*:[ \t]+[^ \t\n]"))
                         'ours
                       (rc-text--ours-here))
                person (or person (eq kind 'person))
                lines (1- lines))
          (forward-line))
        (or (eq kind 'ours)
            ;; Nothing but people, without any field.
            (and kind person
                 (string-prefix-p
                  "people" (file-name-nondirectory buffer-file-name))))))))

;;;###autoload
(add-to-list 'magic-mode-alist '(rc-text-p . rc-text-mode))

(defvar rc-text-mode-syntax-table
  (let ((table (make-syntax-table text-mode-syntax-table)))
    (dolist (char '(?@ ?. ?_ ?-) table)
      (modify-syntax-entry char "_" table)))
  "Ids with their @ are symbols.")

;;;###autoload
(define-derived-mode rc-text-mode text-mode "RC-Text"
  "Major mode for people and journal in plain text, as in rc-text(5)."
  (setq-local font-lock-defaults '(((rc-text--colour-lines)) t))
  (setq-local comment-start "# ")
  (setq-local comment-start-skip "^[ \t]*[#;]+[ \t]*")
  ;; An entry is one line: neither auto-fill nor M-q may break or join it.
  (setq-local normal-auto-fill-function #'ignore)
  (setq-local fill-paragraph-function (lambda (&rest _) t))
  (setq-local imenu-generic-expression '((nil "^@\\([^ \t\n]+\\)" 1)))
  (add-hook 'completion-at-point-functions
            #'rc-text-completion-at-point nil t)
  (add-hook 'flymake-diagnostic-functions #'rc-text-flymake nil t)
  (unless (file-remote-p default-directory)
    (setq-local compile-command (rc-text--compile-command))))

(provide 'rc-text)

;;; rc-text.el ends here
