package lint

import "strconv"

// InsertWord is the edits that put a word, which needs no quotes, behind another one of the command; none where that one
// stands elsewhere.
func (c *Command) InsertWord(after Word, text string) []Edit {
	if after.Span.IsZero() || !after.Origin.IsZero() || after.Many {
		return nil
	}
	insertion := " " + text
	if c.JSON {
		insertion = ", " + strconv.Quote(text)
	}
	return []Edit{{Span: Span{after.Span.File, after.Span.End, after.Span.End}, Text: insertion}}
}

// ReplaceWord is the edits that write another word, which needs no quotes, in the place of one; none where it is put together from parts.
func (c *Command) ReplaceWord(word Word, text string) []Edit {
	span, exact := word.Part(0, len(word.Text))
	if !exact || !word.Origin.IsZero() || word.State != Set {
		return nil
	}
	return []Edit{{Span: span, Text: text}}
}
