// Package precommit puts the hooks of this repository before the real pre-commit: in a repository that the test makes, a good
// commit must pass and a bad one must fail and show why. It needs pre-commit and git, and is skipped where they are missing.
package precommit
