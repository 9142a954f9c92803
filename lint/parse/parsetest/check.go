package parsetest

import (
	"reflect"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// Check proves that every place of a unit lies in its file, and that every edit can be made.
func Check(t testing.TB, u *lint.Unit) {
	t.Helper()
	c := checker{t: t, file: u.File, seen: map[uintptr]bool{}}
	c.walk(reflect.ValueOf(u), "unit")
}

// checker walks over all that a unit holds.
type checker struct {
	t    testing.TB
	file *lint.File
	seen map[uintptr]bool
}

func (c checker) walk(v reflect.Value, what string) {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() || v.Type() == reflect.TypeFor[*lint.File]() || c.seen[v.Pointer()] {
			return
		}
		c.seen[v.Pointer()] = true
		c.walk(v.Elem(), what)
	case reflect.Interface:
		if !v.IsNil() && v.Elem().Kind() == reflect.Pointer {
			c.walk(v.Elem(), what)
		}
	case reflect.Slice:
		for i := range v.Len() {
			c.walk(v.Index(i), what)
		}
	case reflect.Struct:
		c.structure(v, what)
	}
}

// structure checks a span or what has a slot, and walks over the fields.
func (c checker) structure(v reflect.Value, what string) {
	if !v.CanInterface() {
		return
	}
	if span, ok := v.Interface().(lint.Span); ok {
		c.inside(what, span)
		return
	}
	if s, ok := v.Interface().(lint.Slotted); ok && s.Slot() != nil {
		c.slot(what, s.Slot())
	}
	for i := range v.NumField() {
		if field := v.Type().Field(i); field.IsExported() && field.Type != reflect.TypeFor[lint.Slot]() {
			c.walk(v.Field(i), what+"."+field.Name)
		}
	}
}

func (c checker) inside(what string, s lint.Span) {
	if !s.IsZero() && (s.File != c.file || s.Start < 0 || s.Start > s.End || s.End > len(c.file.Text)) {
		c.t.Errorf("%s: place %d..%d of %d", what, s.Start, s.End, len(c.file.Text))
	}
}

func (c checker) slot(what string, slot lint.Slot) {
	c.inside(what+"'s head", slot.Head())
	for _, edits := range [][]lint.Edit{slot.Put("true"), slot.Remove()} {
		if _, err := lint.Apply(c.file.Text, edits); err != nil {
			c.t.Errorf("%s: %v", what, err)
		}
	}
}
