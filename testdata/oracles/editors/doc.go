// Package editors runs the recipes of docs/editors.md in the editors that they are for, just as they stand there, and compares
// what the editors show with what is in the files. Each test is skipped where its editor is missing.
package editors
