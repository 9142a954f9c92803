package lint

import (
	"fmt"
	"slices"
	"sync"
)

// Unit is what is judged as one: a Dockerfile, one document of a manifest, one compose file, one script.
// Parsers project every format onto its views; a view that the format does not have is empty.
type Unit struct {
	File *File
	Kind Kind
	// Files is the other files that the unit was read from: the overrides of a compose file, what it extends and includes.
	Files []*File
	// Part tells that the file is only a part of what will run (a patch, a template): what it lacks proves nothing.
	Part bool
	// ReadOnly tells that nothing in the file can be edited by its places alone: it was read without what a template would write.
	ReadOnly bool
	// Checks is what a Dockerfile tells docker build --check to do, or nothing: skip=all;error=true.
	Checks Word
	// Context is what a build of the Dockerfile is given; nil if nothing is known of it.
	Context BuildContext
	// Contexts is the names under which builds of the Dockerfile are given further contexts.
	Contexts []string

	// Preamble is the instructions before the first stage. Behind a word that is no instruction, and may have been meant for FROM,
	// ARG alone is among them.
	Preamble []*Instruction
	Stages   []*Stage
	Pods     []*Pod
	Execs    []*Exec
	Builds   []*Build
	Pushes   []*Push
	Jobs     []*Job
	// Project is the compose file as it is written; nil of other files.
	Project     *Project
	Sessions    []*Session
	Objects     []*Object
	Assignments []*Assignment
	// Images is the images that the file names beside those of its containers: for containers of other files, and of pods' volumes.
	Images []*ImageUse
	// Overridden is the assignments that another one takes the place of where the container runs. They are written all the same.
	Overridden []*Assignment
	Problems   []*Problem
	// Invalid is the fields that the format's reader will not take as they are written.
	Invalid []*InvalidField

	// Scopes is the whole text of each container, service, workload, object and command that runs a container: an ignore
	// on the line on which one starts covers all of it.
	Scopes []Span
	// Ignores is the accepted risks that the file names; all of them stand in its first unit.
	Ignores []*Ignore

	onceStages sync.Once
	stages     map[string][]*Stage // by their names
}

// Containers is every container of the unit's pods, in the order of the file.
func (u *Unit) Containers() []*Container {
	var all []*Container
	for _, pod := range u.Pods {
		all = append(all, pod.Containers...)
	}
	return all
}

// Written is every assignment that the unit's files hold, those that others take the place of behind the rest.
func (u *Unit) Written() []*Assignment {
	if len(u.Overridden) == 0 {
		return u.Assignments
	}
	return slices.Concat(u.Assignments, u.Overridden)
}

// Problem is something in a file that could not be read.
type Problem struct {
	Span    Span
	Message string // one sentence, without a full stop; it never quotes the file's values
}

// String is empty: a problem belongs to the file itself.
func (*Problem) String() string { return "" }

// InvalidField is a field whose name or value the format does not know.
type InvalidField struct {
	Span    Span
	Owner   fmt.Stringer // whose field it is, or nil
	Message string       // what is wrong, one sentence without a full stop; it never quotes a value that may be a secret
	// Repair is the edits that make it what was surely meant, with Title as their name, if that is known.
	Title  string
	Repair []Edit
}

// String is the owner's name.
func (i *InvalidField) String() string {
	if i.Owner == nil {
		return ""
	}
	return i.Owner.String()
}

// Assignment is one name that is given one value: ENV, ARG, environment, docker run --env.
type Assignment struct {
	Name   string
	Value  Val[string]
	Source AssignmentSource
	Owner  fmt.Stringer // the stage, container or object that it belongs to
}

// String is the owner's name.
func (a *Assignment) String() string {
	if a.Owner == nil {
		return ""
	}
	return a.Owner.String()
}

// AssignmentSource is the kind of place that an assignment stands in.
type AssignmentSource uint8

const (
	ContainerEnv AssignmentSource = iota // the environment of a container
	ImageEnv                             // ENV: it stays in the image
	BuildArg                             // ARG, or a compose build argument: it stays in the image's history
	ShellVar                             // a variable of a script, or of all scripts of a CI job
)
