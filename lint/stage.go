package lint

import (
	"fmt"
	"iter"
	"sync"
)

// Stage is one build stage of a Dockerfile.
type Stage struct {
	Index int         // from 0
	Name  Val[string] // AS name, in lower case as the builder compares it
	// Base is the image that FROM names, expanded. It is unset where the stage builds on an earlier one.
	Base Val[Image]
	// Parent is the earlier stage that FROM names, or nil.
	Parent *Stage
	// Fallback is what a FROM with variables comes to if no build argument is given: an ARG without a default is then empty.
	Fallback Val[string]
	// Ships tells that an image of this stage can be shipped: it is the last one.
	Ships bool
	// Shipped tells that what the stage holds is in an image that can be shipped: its own, or one that builds on it.
	Shipped      bool
	Instructions []*Instruction // FROM first
	// User is the last USER of this stage or, without one, of the stages that it builds on. Unset, the base image decides.
	User Val[User]
	// Runs is the containers of the same tree that surely run the stage's image.
	Runs []*Container

	onceCopies sync.Once
	copies     []*Copy
}

// String is "stage NAME", "final stage" or, of an unnamed one that does not ship, "stage N" counted from 1.
func (s *Stage) String() string {
	switch {
	case s.Name.V != "":
		return "stage " + s.Name.V
	case s.Ships:
		return "final stage"
	}
	return fmt.Sprintf("stage %d", s.Index+1)
}

// maxChain bounds how many stages that build on each other are looked at together.
const maxChain = 500

// Origin is the stage at the bottom of the chain: the one whose FROM names an image. Of a chain that is too long it is some stage of
// it, which names none.
func (s *Stage) Origin() *Stage {
	for range maxChain {
		if s.Parent == nil {
			break
		}
		s = s.Parent
	}
	return s
}

// Ship notes that an image of the stage can be shipped, and with it what the stages hold that it builds on.
func (s *Stage) Ship() {
	s.Ships = true
	for ; s != nil && !s.Shipped; s = s.Parent {
		s.Shipped = true
	}
}

// Chain is the stage and those that it builds on, nearest first, as far as they are looked at.
func (s *Stage) Chain() iter.Seq[*Stage] {
	return func(yield func(*Stage) bool) {
		for range maxChain {
			if s == nil || !yield(s) {
				break
			}
			s = s.Parent
		}
	}
}

// Labels is the labels that the file gives the stage's image, those of the stages that it builds on included.
func (s *Stage) Labels() []ImageLabel {
	var labels []ImageLabel
	for stage := range s.Chain() {
		for _, in := range stage.Instructions {
			labels = append(labels, in.Labels()...)
		}
	}
	return labels
}

// Instruction is one instruction of a stage.
type Instruction struct {
	Name    string // in upper case: "RUN"
	Keyword Span
	Span    Span // keyword to last character, over continuations and heredocs
	Flags   []Flag
	Args    []Word // what follows keyword and flags: words, or the strings of the JSON form
	JSON    bool   // written in the JSON (exec) form
	OnBuild bool   // an ONBUILD holds it for the image that is built on this one
	// Commands is what a RUN runs, or an ONBUILD RUN; empty where the stage's shell is none that is read here.
	Commands []*Command
	// Heredocs is the bodies of the here-documents that it opens, without the lines that close them.
	Heredocs []Word
	// Comments is what stands behind the # of the comments above it. A comment without text parts those above it from the instruction.
	Comments []Word
	// Gaps is the stretches of empty lines that interrupt its continued lines, with their line breaks.
	Gaps []Span
	// Undefined is the variables that it mentions though nothing in the file sets them for it.
	Undefined []Undefined
	// Lines is all of its lines, the last line break included: what goes when it is deleted.
	Lines Span
}

// Undefined is a variable that an instruction mentions though neither an ARG nor an ENV sets it there. The base image may.
type Undefined struct {
	Name string
	Span Span // the name, where it is mentioned first in a word
	// Nearest is the variable that is set there and resembles it, or nothing.
	Nearest string
	// Declared is where the file sets a variable of the name for other instructions: before the first FROM, in another stage, later.
	Declared Span
	// Defaulted tells that every mention in the word has a default: ${NAME:-x}.
	Defaulted bool
}

// Flag is one --name=value of an instruction.
type Flag struct {
	Name  string
	Value Val[string]
}

// UserAt is the user that an instruction of the stage runs as: that of the last USER above it, or of the stage that it builds on.
// Unset, the base image decides.
func (s *Stage) UserAt(in *Instruction) Val[User] {
	var user Val[User]
	if s.Parent != nil {
		user = s.Parent.User
	}
	for _, above := range s.Instructions {
		if above == in {
			break
		}
		if above.Name == "USER" && len(above.Args) > 0 {
			word := above.Args[0]
			user = Val[User]{V: ParseUser(word.Text), State: word.State, Value: word.Span, Entry: above.Span}
		}
	}
	return user
}
