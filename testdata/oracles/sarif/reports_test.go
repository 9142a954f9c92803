package sarif

import (
	"fmt"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// reports is what the judges are given, by name.
func reports() map[string]*lint.Report {
	rules := rules()
	all := map[string]*lint.Report{
		"nothing-ran":   {},
		"nothing-found": {Rules: rules},
		"failed":        {Rules: rules, Failures: []string{"a.yaml: internal error: boom\ngoroutine 1 [running]:\n", "b.yaml: no"}},
		"everything":    everything(rules),
		"odd-paths":     {Rules: rules},
		"odd-messages":  {Rules: rules},
		"many":          {Rules: rules},
	}
	for _, path := range []string{
		"Dockerfile", "a b/c d.yaml", "100%/%20.yaml", "c:d/e:f.yaml", "größe/图/😀.yaml", "#1/what?/[x].yaml", "@a/b+c=d&e.yaml",
		"back\\slash.yaml", "quote\"'<>|.yaml", "../above/Dockerfile", "bad\xffutf8", "<stdin>", "C:/win dows/a.yaml", "tab\tnew\nline",
	} {
		all["odd-paths"].Results = append(all["odd-paths"].Results, result(rules[0], path, "a message"))
	}
	for _, message := range []string{
		"braces {0} {1} ${VAR:-x} {{ .Values.x }}", `runs ["sh", "-c", "x"]`, "is no [link](7) at all", "nor [this](https://example.org)",
		"unfinished [brackets", "back\\slash and \"quotes\"", "ends with its own.", "asks?", "control \x00 \x1b[31m and \u202e bidi", "bad \xff bytes",
		"<script>alert(1)</script> & more", "two. Sentences", "`code` and 'quotes' and *stars*",
	} {
		r := result(rules[1], "a.yaml", message)
		r.Related = []lint.RelatedPlace{{Place: r.Place, Message: message}}
		all["odd-messages"].Results = append(all["odd-messages"].Results, r)
	}
	for i := range 300 {
		all["many"].Results = append(all["many"].Results, result(rules[i%len(rules)], fmt.Sprintf("dir/%d.yaml", i), "a message"))
	}
	return all
}

// rules is one of each severity, the last without a threat, references or page.
func rules() []*lint.Rule {
	var rules []*lint.Rule
	for _, s := range lint.Severities {
		rules = append(rules, &lint.Rule{
			ID: s.String() + "-thing", Summary: "A thing of severity " + s.String() + " is there.", Hint: "Take it away.",
			Severity: s, Precision: lint.Precision(min(s, 3)),
			STRIDE: []lint.Category{lint.ElevationOfPrivilege, lint.Spoofing}, Refs: []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.5"},
			Doc: "# Thing\n\nSay `[\"sh\"]` or [read](https://example.org).\n\n```yaml\na: [b](c)\n```\n",
		})
	}
	return append(rules, &lint.Rule{ID: "unreadable", Summary: "It cannot be read", Hint: "Mend it", Severity: lint.Medium})
}

func result(rule *lint.Rule, path, message string) lint.Result {
	return lint.Result{
		Rule: rule, Severity: rule.Severity, Message: message, Fingerprint: lint.Fingerprint{0x01, 0x23}, LineHash: "c129715d7a2bc9a3:1",
		Place: lint.Place{Path: path, Start: lint.Position{Line: 3, Column: 5}, End: lint.Position{Line: 3, Column: 9}},
	}
}

// everything has one result of each rule, with related places, fixes and an ignore.
func everything(rules []*lint.Rule) *lint.Report {
	report := &lint.Report{Rules: rules}
	for _, rule := range rules {
		r := result(rule, "a.yaml", "a thing is there")
		at := r.Place
		at.End = lint.Position{Line: 9, Column: 1}
		point := lint.Place{Path: "b.yaml", Start: at.Start, End: at.Start}
		r.Related = slices.Repeat([]lint.RelatedPlace{{Place: at, Message: "through here"}, {Place: point}}, 60)
		r.Fixes = []lint.ResolvedFix{
			{Title: "remove it", Edits: []lint.ResolvedEdit{{Place: at}}},
			{Title: "write it", Safe: true, Edits: []lint.ResolvedEdit{{Place: point, Text: "user: app\n"}, {Place: at, Text: "x"}, {Place: point, Text: "y"}}},
		}
		report.Results = append(report.Results, r)
	}
	report.Results[1].Suppressed = &lint.Suppression{Reason: "it is only a test", Owner: "@me", Until: "2031-01-31", Place: report.Results[1].Place}
	report.Results[2].Suppressed = &lint.Suppression{Place: report.Results[2].Place}
	report.Results[1].Related = nil
	report.Results[3].Place = lint.Place{Path: "whole-file"}
	return report
}
