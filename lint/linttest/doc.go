// Package linttest proves rules by their fixtures: files that say, on the line itself, what a rule must find there and which text the
// finding must cover. It also takes the examples out of rules' pages, so that they can be proved the same way.
package linttest
