package editors

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// TestMake runs :make with the compiler plugin in Vim and in Neovim and reads the quickfix list.
func TestMake(t *testing.T) {
	for name, command := range map[string][]string{
		"vim":  {"vim", "-N", "-Es", "-u"},
		"nvim": {"nvim", "--headless", "-u"},
	} {
		t.Run(name, func(t *testing.T) {
			need(t, command[0])
			p := newProject(t)
			p.write("vim/compiler/stridelint.vim", recipe(t, "compiler/stridelint.vim"))
			script := p.write("script.vim", `
set runtimepath^=vim
compiler stridelint
silent make!
call writefile([json_encode(map(getqflist(), {_, e -> {'file': bufname(e.bufnr), 'line': e.lnum, 'column': e.col, 'text': e.text, 'valid': e.valid}}))], 'shown.json')
qall!
`)
			var shown []struct {
				File         string
				Line, Column int
				Text         string
				Valid        int
			}
			p.run(&shown, command[0], append(command[1:], script)...)
			var got []string
			for _, e := range shown {
				severity, message, _ := strings.Cut(e.Text, ": ")
				message, rule, _ := strings.Cut(message, " [")
				got = append(got, fmt.Sprint(e.File, ":", e.Line, ":", e.Column, " ", e.Valid, " ", severity, " ", beginning(message, findings), " ", strings.TrimSuffix(rule, "]")))
			}
			same(t, got, each(findings, func(f finding) string {
				column := len([]rune(f.before())) + 1 // the format's own: Vim cannot be told to convert it
				return fmt.Sprint(f.file, ":", f.line, ":", column, " ", 1, " ", f.severity, " ", f.messageStart, " ", f.rule)
			}))
		})
	}
}

// ale is where Debian has the plugin.
const ale = "/usr/share/vim/vimfiles/pack/dist-bundle/opt/ale"

// TestALE opens the files in Vim with ALE and reads what it has to say of the buffers, which are not saved.
func TestALE(t *testing.T) {
	need(t, "vim")
	if _, err := os.Stat(ale); err != nil {
		t.Skip("vim-ale is not installed")
	}
	for _, file := range []string{dockerfile, composeFile, cleanFile} {
		p := newProject(t)
		after := p.write("vim/after/plugin/stridelint.vim", recipe(t, "after/plugin/stridelint.vim"))
		script := p.write("script.vim", `
let g:ale_linters = {'yaml': ['stridelint'], 'dockerfile': ['stridelint']}
let g:ale_lint_on_enter = 0
filetype plugin on
packadd ale
source `+after+`
execute 'edit' fnameescape('`+strings.ReplaceAll(file, "'", "''")+`')
call append('$', '# not saved')
call ale#Queue(0)
let s:left = 500
while s:left > 0 && (s:left > 495 || ale#engine#IsCheckingBuffer(bufnr('')))
    sleep 20m
    let s:left -= 1
endwhile
call writefile([json_encode({'ran': ale#history#Get(bufnr(''))[-1].exit_code, 'list': ale#engine#GetLoclist(bufnr(''))})], 'shown.json')
qall!
`)
		var shown struct {
			Ran  int
			List []struct {
				Lnum, Col, End_lnum, End_col int
				Type, Code, Text             string
			}
		}
		p.run(&shown, "vim", "-N", "-Es", "-u", script)
		if shown.Ran != min(len(of(file)), 1) {
			t.Errorf("%s: the exit status was %d", file, shown.Ran)
		}
		var got []string
		for _, e := range shown.List {
			got = append(got, fmt.Sprint(e.Lnum, ":", e.Col, "-", e.End_lnum, ":", e.End_col, " ", e.Type, " ", e.Code, " ", beginning(e.Text, findings)))
		}
		same(t, got, each(of(file), func(f finding) string {
			letter := map[string]string{"critical": "E", "high": "E", "medium": "W", "low": "I"}[f.severity]
			before := len(f.before())
			return fmt.Sprint(f.line, ":", before+1, "-", f.line, ":", before+len(f.marked), " ", letter, " ", f.rule, " ", f.messageStart)
		}))
	}
}
