// Package compose holds the projects of lint/parse/compose against compose-go, which docker compose reads them with.
// It is a module of its own, so that what proves stridelint is not part of it.
package compose
