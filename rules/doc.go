// Package rules is the list of all rules. Each stands in a folder GROUP/RULE of its own with its page and its fixtures; the list, and
// the pages in docs/rules, are generated from these folders.
package rules

//go:generate go run generate.go
