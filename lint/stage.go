package lint

import "fmt"

// Stage is one build stage of a Dockerfile.
type Stage struct {
	Index int         // from 0
	Name  Val[string] // AS name, in lower case as the builder compares it
	// Base is the image that FROM names, expanded. It is unset where the stage builds on an earlier one.
	Base Val[Image]
	// Parent is the earlier stage that FROM names, or nil.
	Parent *Stage
	// Ships tells that an image of this stage can be shipped: it is the last one.
	Ships        bool
	Instructions []*Instruction // FROM first
	// User is the last USER of this stage or, without one, of the stages that it builds on. Unset, the base image decides.
	User Val[User]
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

// Origin is the stage at the bottom of the chain: the one whose FROM names an image.
func (s *Stage) Origin() *Stage {
	for s.Parent != nil {
		s = s.Parent
	}
	return s
}

// Instruction is one instruction of a stage.
type Instruction struct {
	Name    string // in upper case: "RUN"
	Keyword Span
	Span    Span // keyword to last character, over continuations and heredocs
	Flags   []Flag
	Args    []Word // what follows keyword and flags: words, or the strings of the JSON form
	JSON    bool   // written in the JSON (exec) form
	// Commands is what a RUN runs, or an ONBUILD RUN; empty where the stage's shell is none that is read here.
	Commands []*Command
	// Heredocs is the bodies of the here-documents that it opens, without the lines that close them.
	Heredocs []Word
}

// Flag is one --name=value of an instruction.
type Flag struct {
	Name  string
	Value Val[string]
}
