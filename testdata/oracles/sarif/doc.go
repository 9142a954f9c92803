// Package sarif asks others whether what stridelint writes is SARIF: the standard's JSON schema, and Microsoft's multitool with
// the rules of GitHub code scanning. It is a module of its own, so that what it needs is no dependency of stridelint.
package sarif
