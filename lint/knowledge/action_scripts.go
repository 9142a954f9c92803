package knowledge

import "strings"

// scriptInputs is, of actions that hand one of their inputs to a shell, the name of that input. The shell is one of the runner, of a
// container or of the machine that the action logs in to. Read in each one's action.yml in November 2026.
var scriptInputs = map[string]string{
	"addnab/docker-run-action":          "run",
	"appleboy/ssh-action":               "script",
	"azure/cli":                         "inlineScript",
	"fifsky/ssh-action":                 "command",
	"garygrossgarten/github-action-ssh": "command",
	"nick-fields/retry":                 "command",
	"nick-invision/retry":               "command",
}

// ScriptInput is the input of an action, in any case, that a shell runs; empty if there is none.
func ScriptInput(action string) string { return scriptInputs[strings.ToLower(action)] }
