package compose

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// resources reads what the container may use and what it is promised. What deploy says counts before the service's own keys.
func (s *service) resources() lint.Resources {
	resources := s.Get("deploy").Get("resources")
	limits, reservations := resources.Get("limits"), resources.Get("reservations")
	r := lint.Resources{
		MemoryLimit:   s.either(limits.Get("memory"), s.Get("mem_limit")),
		CPULimit:      s.either(limits.Get("cpus"), s.Get("cpus")),
		PIDsLimit:     s.either(limits.Get("pids"), s.Get("pids_limit")),
		MemoryRequest: s.either(reservations.Get("memory"), s.Get("mem_reservation")),
		CPURequest:    read(s, reservations.Get("cpus"), s.text),
	}
	if quota := s.Get("cpu_quota"); r.CPULimit.Absent() && quota.Exists() {
		r.CPULimit = lint.Locate(quota, "", lint.Unknown) // a share of a period that is written elsewhere or not at all
	}
	return r
}

// either reads the first of two keys that is there; where neither is, the first is missing.
func (s *service) either(first, second lint.Field) lint.Val[string] {
	if !first.Exists() && second.Exists() {
		first = second
	}
	return read(s, first, s.text)
}

// ulimits reads a mapping of names to numbers, or to a soft and a hard one.
func (s *service) ulimits() lint.List[lint.Ulimit] {
	f := s.Get("ulimits")
	list := listOf[lint.Ulimit](s, f, lint.Mapping)
	for _, entry := range f.Entries() {
		limit := lint.Ulimit{Name: name(entry), Soft: get(s.reader, entry.Get("soft"), s.text), Hard: get(s.reader, entry.Get("hard"), s.text)}
		if entry.Exists() && entry.Node.Kind == lint.Scalar {
			limit.Soft = get(s.reader, entry, s.text)
			limit.Hard = limit.Soft
		}
		list.Items = append(list.Items, limit)
	}
	return list
}

// name is the name of an entry, as a value of its own.
func name(entry lint.Field) lint.Val[string] {
	v := lint.Locate(entry, entry.Key.Value, lint.Set)
	v.Value, v.Entry = entry.Key.Span, entry.EntrySpan()
	return v
}

// restart reads the restart policy: of deploy, else of the service itself.
func (s *service) restart() lint.Val[string] {
	policy := s.Get("deploy").Get("restart_policy")
	if !policy.Exists() {
		return read(s, s.Get("restart"), s.text)
	}
	condition := get(s.reader, policy.Get("condition"), s.text)
	switch condition.V {
	case "":
		condition.State = max(condition.State, lint.Unknown) // compose and swarm differ in what it is then
	case "none":
		condition.V = "no"
	case "any":
		condition.V = "always"
	case "on-failure":
		if attempts := get(s.reader, policy.Get("max_attempts"), s.text); attempts.Known() {
			condition.V += ":" + strings.TrimSpace(attempts.V)
		}
	}
	return condition
}

// sysctls reads kernel parameters in either form.
func (s *service) sysctls() lint.List[lint.Sysctl] {
	f := s.Get("sysctls")
	list := listOf[lint.Sysctl](s, f, lint.Mapping, lint.Sequence)
	for v := range s.pairs(f) {
		list.Items = append(list.Items, lint.Sysctl{Name: v.name, Value: v.value})
	}
	return list
}
