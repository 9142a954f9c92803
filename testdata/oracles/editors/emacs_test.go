package editors

import (
	"fmt"
	"os/exec"
	"strconv"
	"testing"
)

// TestFlycheck opens the files in Emacs and reads what Flycheck has to say of the buffers.
func TestFlycheck(t *testing.T) {
	need(t, "emacs")
	if exec.Command("emacs", "--batch", "--eval", "(progn (package-initialize) (require 'flycheck))").Run() != nil {
		t.Skip("flycheck is not installed")
	}
	for _, file := range []string{dockerfile, composeFile, cleanFile} {
		p := newProject(t)
		init := p.write("init.el", recipe(t, ".emacs.d/init.el"))
		script := p.write("script.el", `
(package-initialize)
(load `+strconv.Quote(init)+`)
(define-derived-mode dockerfile-mode prog-mode "Dockerfile")
(define-derived-mode yaml-mode text-mode "YAML")
(find-file `+strconv.Quote(p.path(file))+`)
(if (equal (file-name-extension buffer-file-name) "yaml") (yaml-mode) (dockerfile-mode))
(goto-char (point-max))
(insert "# not saved\n")
(flycheck-mode)
(unless (eq (flycheck-get-checker-for-buffer) 'stridelint) (error "it would not be checked by stridelint"))
(flycheck-buffer)
(with-timeout (10 (error "the check does not end"))
  (while (flycheck-running-p) (accept-process-output nil 0.02)))
(unless (eq flycheck-last-status-change 'finished) (error "the check ended as %s" flycheck-last-status-change))
(with-temp-file `+strconv.Quote(p.path("shown.json"))+`
  (insert (json-encode (vconcat (mapcar
    (lambda (e) (list :line (flycheck-error-line e) :column (flycheck-error-column e) :level (flycheck-error-level e)
                      :id (flycheck-error-id e) :message (flycheck-error-message e)))
    (with-current-buffer (get-file-buffer `+strconv.Quote(p.path(file))+`) flycheck-current-errors))))))
(set-buffer-modified-p nil)
`)
		var shown []struct {
			Line, Column       int
			Level, ID, Message string
		}
		p.run(&shown, "emacs", "--batch", "--load", script)
		var got []string
		for _, e := range shown {
			got = append(got, fmt.Sprint(e.Line, ":", e.Column, " ", e.Level, " ", e.ID, " ", beginning(e.Message, findings)))
		}
		same(t, got, each(of(file), func(f finding) string {
			level := map[string]string{"critical": "error", "high": "error", "medium": "warning", "low": "info"}[f.severity]
			return fmt.Sprint(f.line, ":", len([]rune(f.before()))+1, " ", level, " ", f.rule, " ", f.messageStart)
		}))
	}
}
