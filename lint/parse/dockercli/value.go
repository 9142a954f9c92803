package dockercli

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// absent is a value that the command line does not show.
func absent[T comparable](l commandLine, option string) lint.Val[T] {
	return lint.Val[T]{State: l.unshown(), At: l.emptySlot(option)}
}

// absentList is a list of which the command line shows nothing.
func absentList[T any](l commandLine, option string) lint.List[T] {
	return lint.List[T]{State: l.unshown(), At: l.emptySlot(option)}
}

// emptySlot is where an option would stand.
func (l commandLine) emptySlot(option string) optionSlot {
	if l.sealed {
		option = ""
	}
	return optionSlot{head: l.head, option: option}
}

// unshown is the state of what the command line does not show.
func (l commandLine) unshown() lint.State {
	if l.hidden {
		return lint.Unknown
	}
	return lint.Unset
}

// extend adds to a list what one option says. Where options may hide, it is only a part of what there is.
func extend[T any](l commandLine, list *lint.List[T], g given, items ...T) {
	entry, _ := g.place()
	list.State, list.Span = lint.Set, list.Span.Join(entry)
	if l.hidden {
		list.State = lint.Unknown
	}
	list.Items = append(list.Items, items...)
}

// slot is where an option stands.
func (l commandLine) slot(g given) optionSlot {
	entry, via := g.place()
	s := optionSlot{head: l.head, option: "--" + g.name, entry: entry}
	if l.rigid {
		s.option = ""
	}
	if l.holder != nil && entry == l.held {
		s.holder = l.holder
	}
	if len(via) > 0 && strings.HasPrefix(via[0].Text(), `"`) && !strings.Contains(via[0].Text(), "[@]") {
		s.entry = via[0] // emptied, a quoted variable would still be a word; a list would be none
	}
	if g.at > 0 {
		letter, exact := g.flag.Part(g.at, g.at+1)
		if !exact {
			return optionSlot{head: l.head, entry: entry}
		}
		s.letter, s.entry.Start = true, letter.Start
	}
	if g.from >= 0 {
		if value, exact := g.word.Part(g.from, len(g.word.Text)); exact && !value.IsZero() && value.Start < value.End {
			s.value = value
		} else if g.from == 0 {
			s.value, _ = g.word.Where()
		}
	}
	return s
}

// place is the words that give the option and, if a variable brings them, that variable.
func (g given) place() (lint.Span, []lint.Span) {
	flag, via := g.flag.Where()
	value, _ := g.word.Where()
	if g.flag.Span != g.word.Span || g.flag.Origin.IsZero() != g.word.Origin.IsZero() {
		return g.flag.Span.Join(g.word.Span), nil
	}
	return flag.Join(value), via
}

// locate makes a value of an option: reported at its text.
func locate[T comparable](l commandLine, g given, v T) lint.Val[T] {
	val := lint.Val[T]{V: v, State: g.state(), At: l.slot(g)}
	val.Entry, val.Via = g.place()
	if g.from < 0 {
		val.Value = val.Entry
		return val
	}
	val.Value, _ = g.word.Part(g.from, len(g.word.Text))
	_, val.Via = g.word.Where()
	return val
}

// text makes a value of an option as it is written.
func (p *projection) text(g given) lint.Val[string] { return locate(p.line, g, g.text()) }

// mode makes a value of an option that must go or change as a whole: reported at its words.
func (p *projection) mode(g given, read func(string) (bool, lint.State)) lint.Val[bool] {
	val := lint.Val[bool]{State: g.state(), At: p.line.slot(g)}
	val.Entry, val.Via = g.place()
	val.Value = val.Entry
	if val.State == lint.Set {
		val.V, val.State = read(g.text())
	}
	return val
}

func isHost(text string) (bool, lint.State) { return text == "host", lint.Set }

// isTrue reads a boolean as the tools do.
func isTrue(text string) (bool, lint.State) {
	v, err := strconv.ParseBool(text)
	if err != nil {
		return false, lint.Invalid
	}
	return v, lint.Set
}

// part makes a value of a stretch of the option's value.
func (p *projection) part(g given, from, to int, state lint.State) lint.Val[string] {
	val := lint.Val[string]{V: g.text()[from:to], State: state}
	val.Entry, _ = g.place()
	val.Value, _ = g.word.Part(g.from+from, g.from+to)
	_, val.Via = g.word.Where()
	slot := p.line.slot(g)
	slot.value = exactly(g, from, to)
	val.At = partSlot{slot}
	return val
}

// written makes a value of a part of the option's value: unset if it was not written, unknown if the shell puts something into it.
func (p *projection) written(g given, part shorthand.Part) lint.Val[string] {
	if !part.Exists() {
		entry, _ := g.place()
		return lint.Val[string]{At: modeSlot{head: entry}}
	}
	val := p.part(g, part.Start, part.End, lint.Set)
	if g.vague(part) {
		val.State = lint.Unknown
	}
	return val
}

// item makes a value of a part of the option's value that can be deleted by itself, with the separator that only it needs.
func (p *projection) item(g given, part, cut shorthand.Part) lint.Val[string] {
	val := p.written(g, part)
	slot := p.line.slot(g)
	slot.value = exactly(g, part.Start, part.End)
	val.At = itemSlot{partSlot{slot}, exactly(g, cut.Start, cut.End)}
	return val
}

// short is the option's value as a short form.
func (g given) short() shorthand.Text {
	return shorthand.NewText(g.text(), shorthand.CommandLine, g.vague)
}

// vague tells whether the shell puts something into a part of the option's value that is not known.
func (g given) vague(part shorthand.Part) bool {
	text := g.text()
	return g.state() != lint.Set && (strings.ContainsAny(part.Of(text), expansions) || !strings.ContainsAny(text, expansions))
}

// expansions is the characters with which the shell's expansions start.
const expansions = "$`<>{"

// exactly is the place of a stretch of the option's value, or none.
func exactly(g given, from, to int) lint.Span {
	place, exact := g.word.Part(g.from+from, g.from+to)
	if !exact {
		return lint.Span{}
	}
	return place
}
