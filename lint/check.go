package lint

import (
	"fmt"
	"slices"
)

// Pass is a rule's visit to a unit.
type Pass struct {
	Rule *Rule
	Unit *Unit
	World

	subject  fmt.Stringer
	images   []*ImageUse // of the unit
	findings []*Finding
}

// Judge lets rules judge a unit, and returns what they report, in the order of the rules.
func Judge(u *Unit, rules []*Rule, w World) []*Finding {
	p := Pass{Unit: u, World: w, images: u.ImageUses()}
	for _, r := range rules {
		p.Rule = r
		r.Check.run(&p)
	}
	if u.ReadOnly {
		for _, f := range p.findings {
			f.Fixes = nil
		}
	}
	return p.findings
}

// Report makes a finding at a place. The message says what is wrong there, in one sentence without a full stop.
func (p *Pass) Report(at Locator, format string, args ...any) *Finding {
	span, via := at.Where()
	f := &Finding{Rule: p.Rule, Severity: p.Rule.Severity, Profile: p.Rule.ProfileIn(p.Unit.Kind), Span: span, Message: fmt.Sprintf(format, args...)}
	if p.Unit.Kind == Kubernetes {
		f.PodSecurity = p.Rule.PodSecurity()
	}
	if p.subject != nil {
		f.Subject = p.subject.String()
	}
	for _, hop := range via {
		f.Relate(hop, "takes effect through here")
	}
	p.findings = append(p.findings, f)
	return f
}

// Setting is the values that the configuration gives to one of the rule's settings, or its default.
func (p *Pass) Setting(name string) []string {
	if given := p.Settings[p.Rule.ID][name]; len(given) > 0 {
		return given
	}
	for _, s := range p.Rule.Settings {
		if s.Name == name {
			return s.Default
		}
	}
	return nil
}

// Missing reports what is not there, at the place where it would stand. It keeps quiet, and returns nil, where the
// absence proves nothing: the value or what it would stand in is unknown, the unit or pod is only a part of what will run,
// or what runs ends with a CI job, which hardening would not outlive.
func (p *Pass) Missing(at Absence, format string, args ...any) *Finding {
	if !at.Absent() || p.Unit.Part || p.Unit.Kind == CI {
		return nil
	}
	if subject, ok := p.subject.(interface{ IsPart() bool }); ok && subject.IsPart() {
		return nil
	}
	return p.Report(at, format, args...)
}

// Unlimited reports a limit that is not there, as Missing does, or that is written and is none.
func (p *Pass) Unlimited(limit Val[string], format string, args ...any) *Finding {
	if NoLimit(limit) {
		return p.Report(limit, format, args...)
	}
	return p.Missing(limit, format, args...)
}

// Check is how a rule looks at a unit. It is made by a lift: Containers, Pods, Stages, Assignments, Problems, Ignores, PerUnit or Each.
type Check struct {
	kinds []Kind
	run   func(*Pass)
	late  bool
}

// PerUnit is a check that knows more of a unit than what it looks at: it is made anew for each.
func PerUnit(checkOf func(*Unit) Check) Check {
	c := checkOf(&Unit{})
	c.run = func(p *Pass) { checkOf(p.Unit).run(p) }
	return c
}

// Late tells that the check looks at what the other rules' findings came to, and runs after them.
func (c Check) Late() bool { return c.late }

// visit runs a check on each item of a view.
func visit[T fmt.Stringer](items func(*Unit) []T, check func(*Pass, T), kinds ...Kind) Check {
	return Check{kinds: kinds, run: func(p *Pass) { visitAll(p, items(p.Unit), check) }}
}

// visitAll runs a check on each item; an item's String is its findings' Subject.
func visitAll[T fmt.Stringer](p *Pass, items []T, check func(*Pass, T)) {
	for _, item := range items {
		p.subject = item
		check(p, item)
	}
	p.subject = nil
}

// Pods judges every group of containers that share namespaces: a Kubernetes pod, a compose service, one docker run.
func Pods(check func(*Pass, *Pod)) Check {
	return visit(func(u *Unit) []*Pod { return u.Pods }, check, Compose, Kubernetes, Script)
}

// Containers judges every container as it will run.
func Containers(check func(*Pass, *Container)) Check {
	return Check{kinds: []Kind{Compose, Kubernetes, Script}, run: func(p *Pass) {
		for _, pod := range p.Unit.Pods {
			visitAll(p, pod.Containers, check)
		}
	}}
}

// SecurityContexts judges what each pod says for all its containers and then what holds of each container, so that what containers
// inherit is found where the pod says it.
func SecurityContexts(check func(*Pass, Secured)) Check {
	return Check{kinds: []Kind{Compose, Kubernetes, Script}, run: func(p *Pass) {
		for _, pod := range p.Unit.Pods {
			p.subject = pod
			check(p, Secured{Pod: pod})
			visitAll(p, pod.Containers, func(p *Pass, c *Container) { check(p, Secured{pod, c}) })
		}
	}}
}

// Execs judges every process that is started beside a container's main one.
func Execs(check func(*Pass, *Exec)) Check {
	return visit(func(u *Unit) []*Exec { return u.Execs }, check, Compose, Script)
}

// InvalidFields judges every field that its format does not take as it is written.
func InvalidFields(check func(*Pass, *InvalidField)) Check {
	return visit(func(u *Unit) []*InvalidField { return u.Invalid }, check, Kubernetes)
}

// Stages judges every build stage.
func Stages(check func(*Pass, *Stage)) Check {
	return visit(func(u *Unit) []*Stage { return u.Stages }, check, Dockerfile)
}

// Sessions judges every run of a shell as a whole: each RUN, each script file.
func Sessions(check func(*Pass, *Session)) Check {
	return visit(func(u *Unit) []*Session { return u.Sessions }, check, Dockerfile, Script)
}

// Commands judges every command of the given programs, or of all if none is given.
func Commands(check func(*Pass, *Command), programs ...string) Check {
	return Sessions(func(p *Pass, s *Session) {
		for _, c := range s.Commands {
			if len(programs) == 0 || slices.Contains(programs, c.Program) {
				check(p, c)
			}
		}
	})
}

// Assignments judges every name that is given a value: ENV, ARG, environment, docker run --env.
func Assignments(check func(*Pass, *Assignment)) Check {
	return visit(func(u *Unit) []*Assignment { return u.Assignments }, check, Kinds...)
}

// Written judges every name that is given a value, whether that takes effect or another value takes its place.
func Written(check func(*Pass, *Assignment)) Check {
	return visit((*Unit).Written, check, Kinds...)
}

// Objects judges every Kubernetes object.
func Objects(check func(*Pass, *Object)) Check {
	return visit(func(u *Unit) []*Object { return u.Objects }, check, Kubernetes)
}

// Problems judges what could not be read, in a file of whatever kind.
func Problems(check func(*Pass, *Problem)) Check {
	return visit(func(u *Unit) []*Problem { return u.Problems }, check)
}

// Ignores judges every accepted risk, once it is known what it made quiet.
func Ignores(check func(*Pass, *Ignore)) Check {
	c := visit(func(u *Unit) []*Ignore { return u.Ignores }, check)
	c.late = true
	return c
}

// Each joins checks of several views, each of which has its kinds, into one.
func Each(checks ...Check) Check {
	all := Check{run: func(p *Pass) {
		for _, c := range checks {
			c.run(p)
		}
	}}
	for _, c := range checks {
		for _, k := range c.kinds {
			if !slices.Contains(all.kinds, k) {
				all.kinds = append(all.kinds, k)
			}
		}
	}
	return all
}
