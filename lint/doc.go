// Package lint is the vocabulary of stridelint: files and spans, values with their places, the views that rules judge,
// rules, findings and fixes. It imports the standard library only; parsers fill it, rules read it, reports print it.
package lint
