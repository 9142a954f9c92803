package editors

import (
	"fmt"
	"strings"
	"testing"
)

// standIn does what nvim-lint does with a linter of the recipe's shape: it runs it with the buffer on standard input, hands
// what comes out to the parser, and sets what that returns. It waits for it, which nvim-lint does not.
const standIn = `
local lint = { linters = {}, linters_by_ft = { dockerfile = { 'other' } } }
function lint.try_lint()
  for _, name in ipairs(lint.linters_by_ft[vim.bo.filetype] or {}) do
    local linter = lint.linters[name]
    if linter then
      linter = linter()
      assert(linter.stdin and linter.name == name)
      local bufnr, output = vim.api.nvim_get_current_buf(), ''
      local job = vim.fn.jobstart(vim.list_extend({ linter.cmd }, linter.args), {
        cwd = linter.cwd,
        stdout_buffered = true,
        on_stdout = function(_, lines) output = table.concat(lines, '\n') end,
      })
      vim.fn.chansend(job, table.concat(vim.api.nvim_buf_get_lines(bufnr, 0, -1, true), '\n') .. '\n')
      vim.fn.chanclose(job, 'stdin')
      local status = vim.fn.jobwait({ job }, 10000)[1]
      assert(status == 0 or linter.ignore_exitcode and status == 1, status)
      vim.diagnostic.set(vim.api.nvim_create_namespace(name), bufnr, linter.parser(output, bufnr, linter.cwd))
    end
  end
end
return lint
`

// TestNvimLint opens the files in Neovim and reads its diagnostics.
func TestNvimLint(t *testing.T) {
	need(t, "nvim")
	for _, file := range []string{dockerfile, composeFile, cleanFile} {
		p := newProject(t)
		p.write("nvim/lua/lint.lua", standIn)
		after := p.write("nvim/after/plugin/stridelint.lua", recipe(t, "after/plugin/stridelint.lua"))
		script := p.write("script.vim", `
set runtimepath^=nvim
filetype plugin on
source `+after+`
execute 'edit' fnameescape('`+strings.ReplaceAll(file, "'", "''")+`')
call append('$', '# not saved')
doautocmd InsertLeave
call writefile([json_encode(luaeval('vim.diagnostic.get(0)'))], 'shown.json')
qall!
`)
		var shown []struct {
			Lnum, Col, End_lnum, End_col, Severity int
			Message, Source, Code                  string
		}
		p.run(&shown, "nvim", "--headless", "-u", script)
		var got []string
		for _, d := range shown {
			got = append(got, fmt.Sprint(d.Lnum, ":", d.Col, "-", d.End_lnum, ":", d.End_col, " ", d.Severity, " ", d.Source, " ", d.Code, " ", beginning(d.Message, findings)))
		}
		same(t, got, each(of(file), func(f finding) string {
			severity := map[string]int{"critical": 1, "high": 1, "medium": 2, "low": 3}[f.severity]
			before := len(f.before())
			return fmt.Sprint(f.line-1, ":", before, "-", f.line-1, ":", before+len(f.marked), " ", severity, " stridelint ", f.rule, " ", f.messageStart)
		}))
	}
}
