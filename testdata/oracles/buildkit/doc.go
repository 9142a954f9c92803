// Package buildkit holds the rules about Dockerfiles' correctness against BuildKit's own linter, which docker build --check runs.
// It is a module of its own, so that what proves stridelint is not part of it.
package buildkit
