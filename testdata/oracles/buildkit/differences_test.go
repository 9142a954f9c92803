package buildkit

type side uint8

const (
	onlyTheirs side = iota // BuildKit says it, stridelint does not
	onlyOurs
)

// difference is one thing that the two linters see otherwise, and why it is to stay so.
type difference struct {
	rule    string
	side    side
	applies func(s *sample, v verdict, message string) bool
	why     string
}

var differences = []difference{}
