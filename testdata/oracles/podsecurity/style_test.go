package podsecurity

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// writer writes a value as YAML in a style that chance changes from node to node: in blocks or in brackets, with and without quotes, in
// any order of keys, with comments and null values.
type writer struct {
	dice
	strings.Builder
	step int // by how much it indents
}

// styled is a value, as JSON has it, as a document of YAML.
func (d dice) styled(value any) []byte {
	if d.oneIn(6) { // JSON is YAML
		text, _ := json.MarshalIndent(value, "", strings.Repeat(" ", d.IntN(3)))
		return append(text, '\n')
	}
	w := &writer{dice: d, step: pick(d, 2, 2, 4)}
	w.block(value, 0)
	return []byte(w.String())
}

// block writes a value behind a key, or behind a dash, or at the start.
func (w *writer) block(value any, indent int) {
	switch v := value.(type) {
	case map[string]any:
		if len(v) > 0 && !w.oneIn(10) {
			for i, key := range w.shuffled(v) {
				if i > 0 {
					w.line(indent)
				}
				w.WriteString(w.scalar(key) + ":")
				w.child(v[key], indent)
			}
			return
		}
	case []any:
		if len(v) > 0 && !w.oneIn(6) {
			w.list(v, indent)
			return
		}
	}
	w.WriteString(w.flow(value))
}

// list writes items with a dash before each.
func (w *writer) list(items []any, indent int) {
	for i, item := range items {
		if i > 0 {
			w.line(indent)
		}
		w.WriteString("-" + strings.Repeat(" ", w.step-1))
		w.block(item, indent+w.step)
	}
}

// child writes the value of a key: on lines of its own, or behind the key.
func (w *writer) child(value any, indent int) {
	m, isMap := value.(map[string]any)
	l, isList := value.([]any)
	switch {
	case value == nil && w.oneIn(2):
	case isMap && len(m) > 0 && !w.oneIn(8):
		w.line(indent + w.step)
		w.block(value, indent+w.step)
	case isList && len(l) > 0 && !w.oneIn(4):
		if !w.oneIn(3) { // lists need not be indented
			indent += w.step
		}
		w.line(indent)
		w.list(l, indent)
	default:
		w.WriteString(" " + w.flow(value))
	}
}

// line starts a line, after a comment at times.
func (w *writer) line(indent int) {
	if w.oneIn(20) {
		w.WriteString(" # a comment: {not: read}")
	}
	w.WriteString("\n" + strings.Repeat(" ", indent))
}

// flow is a value in brackets.
func (w *writer) flow(value any) string {
	var parts []string
	switch v := value.(type) {
	case map[string]any:
		for _, key := range w.shuffled(v) {
			parts = append(parts, w.scalar(key)+": "+w.flow(v[key]))
		}
		return "{" + strings.Join(parts, ", ") + "}"
	case []any:
		for _, item := range v {
			parts = append(parts, w.flow(item))
		}
		return "[" + strings.Join(parts, ", ") + "]"
	}
	return w.scalar(value)
}

// scalar is a string, number, boolean or null. Strings have quotes unless they cannot be read as anything else.
func (w *writer) scalar(value any) string {
	text, isString := value.(string)
	switch {
	case !isString && value == nil:
		return pick(w.dice, "null", "~")
	case !isString:
		return fmt.Sprint(value)
	case text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_/.") == "" && !isWord(text) && !w.oneIn(5):
		return text
	case w.oneIn(2):
		return "'" + strings.ReplaceAll(text, "'", "''") + "'"
	}
	quoted, _ := json.Marshal(text)
	return string(quoted)
}

// isWord tells whether YAML 1.1 reads a text as a boolean or as null.
func isWord(text string) bool {
	return slices.Contains([]string{"y", "n", "yes", "no", "on", "off", "true", "false", "null"}, strings.ToLower(text))
}

// shuffled is a mapping's keys in any order.
func (w *writer) shuffled(m map[string]any) []string {
	keys := slices.Sorted(maps.Keys(m))
	w.Shuffle(len(keys), func(i, j int) { keys[i], keys[j] = keys[j], keys[i] })
	return keys
}
