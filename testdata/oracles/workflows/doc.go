// Package workflows puts the workflows of this repository, and those that docs/github.md shows, before actionlint, and holds
// them to what this project asks of a workflow.
package workflows
