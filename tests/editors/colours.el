;; SPDX-License-Identifier: ISC  -*- lexical-binding: t -*-
;; Write what each place of the file in $FILE is coloured as to $FOUND: line, class, text.
(defconst classes
  '((rc-text-date . time) (rc-text-them . actor) (rc-text-id . id) (rc-text-verb . known) (rc-text-object . object)
    (rc-text-word . word) (rc-text-channel . channel) (rc-text-tag . tag) (rc-text-person . actor) (rc-text-name . name)
    (rc-text-key . known) (rc-text-own-key . id) (rc-text-choice . object) (rc-text-directive . tag) (rc-text-rule . known)
    (rc-text-comment . comment) (rc-text-conflict . conflict)))

(defun write-colours (file found)
  "Write the colours of FILE to FOUND."
  (let ((coding-system-for-read 'utf-8) (coding-system-for-write 'utf-8) (lines nil))
    (with-current-buffer (find-file-noselect file)
      (unless (eq major-mode 'rc-text-mode) (error "The mode is %s" major-mode))
      (font-lock-mode 1)
      (font-lock-ensure)
      (goto-char (point-min))
      (while (not (eobp))
        (let* ((end (min (next-single-property-change (point) 'face nil (point-max)) (line-end-position)))
               (class (alist-get (get-text-property (point) 'face) classes)))
          (when (= end (point)) (setq end (1+ end)))
          (when class
            (push (format "%d %s %s\n" (line-number-at-pos) class
                          (string-trim (buffer-substring-no-properties (point) end) "[ \t\n]+" "[:, \t\n]+"))
                  lines))
          (goto-char end))))
    (write-region (apply #'concat (nreverse lines)) nil found nil 'quiet)))

(write-colours (getenv "FILE") (getenv "FOUND"))
