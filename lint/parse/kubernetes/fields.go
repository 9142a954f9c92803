package kubernetes

import (
	"fmt"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// validator tells of the fields that the API does not take as they are written. It keeps quiet where a template or another
// substitution will put something else.
type validator struct {
	unit  *lint.Unit
	owner fmt.Stringer
	open  bool // there may be other fields
}

// checkObject checks what every object has. A custom resource may be read by something else than the API server.
func (r *reader) checkObject(f lint.Field, object *lint.Object) {
	validator{unit: r.unit, owner: object, open: true}.fields(f.Node, &knowledge.Object)
	r.checkMetadata(f, object)
}

// checkMetadata checks the metadata of an object or of its pod's template.
func (r *reader) checkMetadata(f lint.Field, object *lint.Object) {
	if metadata := f.Get("metadata"); metadata.Exists() && len(metadata.Via) == 0 {
		validator{unit: r.unit, owner: object, open: isCustom(object.APIVersion.V)}.fields(metadata.Node, &knowledge.ObjectMeta)
	}
}

// fields checks the entries of a mapping. What aliases and merge keys bring is checked where it is written, if that is here.
func (v validator) fields(m *lint.Node, schema *knowledge.Schema) {
	for _, e := range m.Entries {
		key := e.Key.Value
		if e.Key.Kind != lint.Scalar || e.IsMerge() {
			continue
		}
		if field := schema.Field(key); field != nil {
			v.value(e, field)
		} else if !v.open && !isDirective(key) && !isTemplated(key) && key != "" {
			v.unknown(m, e.Key, schema)
		}
	}
}

// unknown tells of a key that its mapping does not have.
func (v validator) unknown(m, key *lint.Node, schema *knowledge.Schema) {
	invalid := &lint.InvalidField{
		Span: key.Span, Owner: v.owner, Message: fmt.Sprintf("%s has no field %s", schema.Name, lint.Label(key.Value)),
	}
	v.unit.Invalid = append(v.unit.Invalid, invalid)
	if owner := ownerOf(key.Value); owner != "" {
		invalid.Message += ", which belongs in " + owner
		return
	}
	meant := lint.Nearest(key.Value, schema.Names())
	if meant == "" {
		return
	}
	invalid.Message += ": " + meant + " is meant"
	if !lint.Root(m).Get(meant).Absent() {
		return // there would be two
	}
	invalid.Title = "rename it to " + meant
	name := meant
	switch key.Style {
	case lint.DoubleQuoted:
		name = `"` + meant + `"`
	case lint.SingleQuoted:
		name = "'" + meant + "'"
	}
	invalid.Repair = []lint.Edit{{Span: key.Span, Text: name}}
}

// ownerOf is which mapping has a field that is often written into another one, or nothing.
func ownerOf(key string) string {
	for _, schema := range [...]*knowledge.Schema{
		&knowledge.SecurityContext, &knowledge.PodSecurityContext, &knowledge.Capabilities,
		&knowledge.ResourceRequirements, &knowledge.Container, &knowledge.PodSpec,
	} {
		if key != "name" && schema.Field(key) != nil {
			return schema.Name
		}
	}
	return ""
}

// value checks the value of an entry.
func (v validator) value(e lint.Entry, field *knowledge.Field) {
	n := e.Value
	switch {
	case n.IsNull() || field.Type == knowledge.AnyField:
	case field.Shape == knowledge.ListOf && n.Kind == lint.Sequence:
		for _, item := range n.Items {
			v.single(item, item.Span, field, "an item of "+field.Name)
		}
	case field.Shape == knowledge.ListOf:
		v.mismatch(n, e.Key.Span, field.Name, "a list")
	case field.Shape == knowledge.MapOf && n.Kind == lint.Mapping:
		for _, inner := range n.Entries {
			if inner.Key.Kind == lint.Scalar && !inner.IsMerge() {
				v.single(inner.Value, inner.Key.Span, field, lint.Label(inner.Key.Value))
			}
		}
	case field.Shape == knowledge.MapOf:
		v.mismatch(n, e.Key.Span, field.Name, "a mapping")
	default:
		v.single(n, e.Key.Span, field, field.Name)
	}
}

// single checks one value of a field. Head is where it is told of if it is no scalar.
func (v validator) single(n *lint.Node, head lint.Span, field *knowledge.Field, name string) {
	if n.IsNull() {
		return
	}
	switch field.Type {
	case knowledge.MappingField:
		if n.Kind != lint.Mapping {
			v.mismatch(n, head, name, "a mapping")
		} else if field.Fields != nil {
			v.fields(n, field.Fields)
		}
	case knowledge.TextField:
		if _, ok := yamltree.String(n); !ok {
			v.mismatch(n, head, name, "text").repair("put it in quotes", n, `"`+n.Value+`"`)
		}
	case knowledge.BoolField:
		if _, ok := yamltree.Bool(n); !ok {
			invalid := v.mismatch(n, head, name, "true or false")
			if n.Value == "true" || n.Value == "false" {
				invalid.repair("take the quotes away", n, n.Value)
			}
		}
	case knowledge.IntField:
		if !isWhole(n) {
			invalid := v.mismatch(n, head, name, "a whole number")
			if n.Value != "" && strings.Trim(n.Value, "0123456789") == "" && (n.Value == "0" || n.Value[0] != '0') {
				invalid.repair("take the quotes away", n, n.Value)
			}
		}
	case knowledge.IntOrTextField:
		if _, ok := yamltree.String(n); !ok && !isWhole(n) {
			v.mismatch(n, head, name, "a whole number or text")
		}
	case knowledge.QuantityField:
		if s, state := quantity(n); state == lint.Invalid {
			v.mismatch(n, head, name, "an amount")
		} else if state == lint.Set && !isQuantity(s) && !isPlaceholder(s) {
			v.invalid(n.Span, name+" is no amount: it is a number, with a suffix such as m, Mi or Gi")
		}
	}
}

// isWhole tells whether a scalar is a whole number, once YAML became JSON.
func isWhole(n *lint.Node) bool {
	switch v := yamltree.Value(n).(type) {
	case int64, uint64:
		return true
	case float64:
		return v == float64(int64(v))
	}
	return false
}

// mismatch tells that something else stands where a field wants something, unless that is to be replaced.
func (v validator) mismatch(n *lint.Node, head lint.Span, name, wanted string) *invalidField {
	if otherwise(n) == lint.Unknown || wanted != "text" && n.Kind == lint.Scalar && isPlaceholder(n.Value) {
		return nil
	}
	span := n.Span
	if n.Kind != lint.Scalar {
		span = head
	}
	return v.invalid(span, name+" is "+kindOf(n)+" where "+wanted+" belongs")
}

// invalidField is one that may be repaired, or nil.
type invalidField lint.InvalidField

func (v validator) invalid(span lint.Span, message string) *invalidField {
	invalid := &lint.InvalidField{Span: span, Owner: v.owner, Message: message}
	v.unit.Invalid = append(v.unit.Invalid, invalid)
	return (*invalidField)(invalid)
}

// repair says what was surely meant by a scalar.
func (i *invalidField) repair(title string, n *lint.Node, text string) {
	if i == nil || n.Kind != lint.Scalar || n.Tag != "" || strings.ContainsAny(n.Value, "\"\\\n") {
		return
	}
	i.Title, i.Repair = title, []lint.Edit{{Span: n.Span, Text: text}}
}

// kindOf is what a node holds, in words.
func kindOf(n *lint.Node) string {
	switch n.Kind {
	case lint.Mapping:
		return "a mapping"
	case lint.Sequence:
		return "a list"
	}
	switch yamltree.Value(n).(type) {
	case bool:
		return "true or false"
	case int64, uint64, float64:
		return "a number"
	}
	return "text"
}

// isPlaceholder tells whether text where none belongs looks as if something replaces it: PORT, @port@, %port%.
func isPlaceholder(s string) bool {
	if strings.ContainsAny(s, "@%<>{}$") {
		return true
	}
	return s != "" && (s[0] < '0' || s[0] > '9') && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-") == ""
}

// isQuantity tells whether text is an amount as the API reads one: a decimal number with, at most, an exponent or a suffix
// (k8s.io/apimachinery/pkg/api/resource).
func isQuantity(s string) bool {
	s = strings.TrimLeft(s[:min(1, len(s))], "+-") + s[min(1, len(s)):]
	number := strings.TrimLeft(s, "0123456789.")
	digits := s[:len(s)-len(number)]
	if strings.Count(digits, ".") > 1 || strings.Trim(digits, ".") == "" {
		return false
	}
	switch number {
	case "", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei":
		return true
	}
	exponent := strings.TrimLeft(number[1:], "+-")
	return (number[0] == 'e' || number[0] == 'E') && exponent != "" && len(number)-len(exponent) <= 2 && strings.Trim(exponent, "0123456789") == ""
}
