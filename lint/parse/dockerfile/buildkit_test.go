package dockerfile

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/moby/buildkit/frontend/dockerfile/instructions"
	"github.com/moby/buildkit/frontend/dockerfile/linter"
	"github.com/moby/buildkit/frontend/dockerfile/parser"
	"github.com/moby/buildkit/frontend/dockerfile/shell"

	"github.com/stridelint/stridelint/lint"
)

// node is an instruction as both parsers see it.
type node struct {
	Name     string
	First    int // line
	Last     int
	Text     string // all lines joined
	Flags    []string
	Words    []string
	JSON     bool
	Heredocs []string
}

// theirs is the instructions as BuildKit's own parser sees them; an error where it gives no tree.
func theirs(text string) ([]node, error) {
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	var nodes []node
	for _, child := range result.AST.Children {
		n := node{Name: strings.ToUpper(child.Value), First: child.StartLine, Last: child.EndLine, Text: child.Original}
		collect(&n, child)
		for _, h := range child.Heredocs {
			n.Heredocs = append(n.Heredocs, h.Content)
		}
		nodes = append(nodes, n)
	}
	return nodes, nil
}

func collect(n *node, child *parser.Node) {
	if grammarOf(strings.ToUpper(child.Value)) == nil {
		return
	}
	n.Flags = append(n.Flags, child.Flags...)
	n.JSON = n.JSON || child.Attributes["json"]
	pairs := grammarOf(strings.ToUpper(child.Value)).form == asPairs
	for word := child.Next; word != nil; word = word.Next {
		switch {
		case len(word.Children) == 1:
			n.Words = append(n.Words, word.Children[0].Value)
			if !strings.EqualFold(word.Children[0].Value, "ONBUILD") { // of which docker refuses a second one
				collect(n, word.Children[0])
			}
		case pairs && word.Next.Next.Value == "=":
			n.Words = append(n.Words, word.Value+"="+word.Next.Value)
			word = word.Next.Next
		case pairs:
			n.Words = append(n.Words, word.Value, word.Next.Value)
			word = word.Next.Next
		default:
			n.Words = append(n.Words, word.Value)
		}
	}
}

// ours is the instructions as this package sees them.
func ours(f *lint.File) []node {
	r := newReader(lint.Span{File: f, End: len(f.Text)})
	line := func(offset int) int { return int(f.Position(offset).Line) }
	var nodes []node
	for {
		s, ok := r.statement()
		if !ok {
			return nodes
		}
		p := &parsed{}
		p.parse(&s, 0, r.escape, false)
		n := node{Name: p.name, Text: s.text, First: line(s.start), JSON: p.json || p.inner != nil && p.inner.json}
		for _, h := range p.heredocs() {
			body, _, ok := r.body(h)
			if !ok {
				return nodes
			}
			n.Heredocs = append(n.Heredocs, body.Text())
		}
		n.Last = line(r.next - 1)
		for p := p; p != nil && p.grammar != nil; p = p.inner {
			for _, flag := range p.flags {
				n.Flags = append(n.Flags, latin1(flag.text))
			}
			for _, word := range p.words {
				n.Words = append(n.Words, word.text)
			}
			if p.inner != nil {
				n.Words = append(n.Words, p.text[p.inner.keyword.from:p.inner.keyword.to])
			}
		}
		nodes = append(nodes, n)
	}
}

// latin1 is what BuildKit makes of a flag: it writes every byte as if it were a code point.
func latin1(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteRune(rune(c))
	}
	return b.String()
}

// compare holds the package's reading of a text against BuildKit's. It is false where BuildKit gives no tree.
func compare(t *testing.T, text string) bool {
	t.Helper()
	want, err := theirs(text)
	if err != nil {
		return false
	}
	got := ours(lint.NewFile("Dockerfile", []byte(text)))
	// BuildKit turns bytes that are no UTF-8 into U+FFFD, in some forms.
	sameText := cmp.Comparer(func(a, b string) bool { return replaceInvalid(a) == replaceInvalid(b) })
	if diff := cmp.Diff(want, got, sameText); diff != "" {
		t.Errorf("reading of %q differs (-BuildKit +ours):\n%s", text, diff)
	}
	return true
}

func replaceInvalid(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		b.WriteRune(r)
		i += size
	}
	return b.String()
}

// refused tells why docker refuses a text by its structure and quotes, or that it does not.
func refused(text string) error {
	result, err := parser.Parse(strings.NewReader(text))
	if err != nil {
		return err
	}
	stages, args, err := instructions.Parse(result.AST, linter.New(&linter.Config{SkipAll: true}))
	if err != nil {
		return err
	}
	if len(stages) == 0 {
		return errors.New("no stage")
	}
	lex := shell.NewLex(result.EscapeToken)
	expand := func(word string) (string, error) {
		word, _, err := lex.ProcessWord(word, everything{})
		return word, err
	}
	expandArg := func(c *instructions.ArgCommand) error { // whose names stay as they are
		for _, arg := range c.Args {
			if arg.Value != nil {
				if _, err := expand(*arg.Value); err != nil {
					return err
				}
			}
		}
		return nil
	}
	for _, arg := range args {
		if err := expandArg(&arg); err != nil {
			return err
		}
	}
	for _, stage := range stages {
		if base, err := expand(stage.BaseName); err != nil || base == "" {
			return fmt.Errorf("bad base image: %w", err)
		}
		if _, err := expand(stage.Platform); err != nil {
			return err
		}
		for _, c := range stage.Commands {
			var err error
			switch c := c.(type) {
			case *instructions.ArgCommand:
				err = expandArg(c)
			case instructions.SupportsSingleWordExpansion:
				err = c.Expand(expand)
			case *instructions.ExposeCommand:
				for _, port := range c.Ports {
					_, bad := expand(port)
					err = errors.Join(err, bad)
				}
			}
			if err != nil {
				return err
			}
		}
	}
	return nil
}

// everything is a scope in which every variable is set.
type everything struct{}

func (everything) Get(string) (string, bool) { return "x", true }
func (everything) Keys() []string            { return nil }

// readings are texts of every construct that decides how statements are taken apart.
var readings = []string{
	"FROM alpine\n",
	"FROM alpine",
	"\ufeffFROM alpine\r\nRUN a \\\r\n  b\r\n",
	"from alpine as base\nrun a\n",
	"\n\n  # a comment\n\tFROM\talpine  AS\tbase  \n",
	"FROM --platform=linux/amd64 alpine\n",
	"FROM --platform=\"linux/amd64\" 'alpine'\n",
	"# escape=`\nFROM alpine\nRUN a `\n  b \\\nWORKDIR C:\\dir\\\n",
	"# syntax=docker/dockerfile:1\n# check=skip=all\n# escape = ` \nFROM alpine\nRUN a`\nb",
	"# hello\n# escape=`\nFROM alpine\nRUN a \\\n b\n",
	"#escape=`\n\n#escape=\\\nFROM alpine\n",
	"FROM alpine\nRUN a \\\n  # a comment\n\n  b \\ \t\n\t c\n",
	"FROM alpine\nRUN a \\\\\nRUN b\\\n\nc\nRUN d \\",
	"FROM alpine\n\\\nRUN a\n\\\n\\\n  RUN b\n",
	"FROM alpine\nRUN a\\\n#c\n",
	"FROM alpine\nENV A=1 B=\"b c\" C='d e' D=f\\ g H=\"\\\"i\\\"\"\n",
	"FROM alpine\nENV A 1 2  3\nENV B\t\"x y\"\nLABEL a b\n",
	"FROM alpine\nENV A=1 \\\n  # why\n  B=2 \\\n  C=\"3 \\\n 4\"\nLABEL a.b=\"c=d\" e=\n",
	"FROM alpine\nENV A=\\\n1\nENV B='it''s' \\\n",
	"ARG A\nARG B=1 C D=\"x y\"\nFROM alpine:$B\nARG \"E\"=1 F='\n",
	"FROM alpine\nRUN [\"a\", \"b c\" ,\"\\u00e9\\n\\\"\" ]\nCMD []\nENTRYPOINT [\"x\", y]\nCMD [ \"a\" ]x\n",
	"FROM alpine\nSHELL [\"a\",\\\n \"b\"]\nVOLUME [\"/a b\", \"/c\"]\nVOLUME /a  /b\n",
	"FROM alpine\nCOPY --chown=a:b --from=x --link a b  c /d/\nADD [\"a b\", \"/c\"]\nCOPY -- --a b\n",
	"FROM alpine\nCOPY --from=\"a b\" --chmod=\\7'5'5 x y\nRUN --mount=type=cache,target=/x \\\n --mount=type=ssh \\\n a\n",
	"FROM alpine\nRUN --\nRUN -- a\nRUN --a=b\nCOPY --é=ü à b\n",
	"FROM alpine\nHEALTHCHECK --interval=5s --timeout=1m CMD curl localhost\nHEALTHCHECK CMD [\"a\", \"b\"]\nHEALTHCHECK NONE\n",
	"FROM alpine\nHEALTHCHECK \\\n CMD \\\n  a b\n",
	"FROM alpine\nONBUILD RUN a b\nONBUILD COPY --from=x a b\nONBUILD ENTRYPOINT [\"a\"]\nONBUILD ENV A=1 B=2\n",
	"FROM alpine\nONBUILD FOO bar\nONBUILD USER a b\nONBUILD ARG A\nONBUILD HEALTHCHECK CMD a\n",
	"FROM alpine\nEXPOSE 80/tcp 443 $PORT\nSTOPSIGNAL SIGTERM\nMAINTAINER A B <a@b>\nUSER a:b # not a comment\n",
	"FROM alpine\nRUN <<EOF\necho\nEOF\nRUN a\n",
	"FROM alpine\nRUN <<-EOF cat\n\techo\n\t\tEOF\nRUN 3<<'E F' a <<\"G\"\nx\nE F\ny\nG\n",
	"FROM alpine\nCOPY <<EOF <<b /c/\n$X\nEOF\nb\nRUN cat <<< a\nRUN echo $((1<<2)) \"<<A\" '<<B'\n",
	"FROM alpine\r\nRUN <<EOF\r\necho\r\nEOF\r\nONBUILD RUN <<A\r\nA\r\nRUN [\"<<X\"]\r\n",
	"FROM alpine\nRUN a <<EOF && \\\n  b\nx\nEOF\nADD << EOF /x\nEOF\n",
	"FROM alpine\nCMD <<EOF\nLABEL a=<<EOF\nRUN <<EOF # c\nEOF\n",
	"FROM alpine\nRUN a\vb\fc\u00a0d\u2003e\nCOPY a\u00a0b c\vd\nENV A=b\u2003C=d\n",
	"FROM\u00a0alpine\nRUN a\n",
	"FROM alpine\nNONSENSE a b\nRUN\nCMD\nENV A=$B\nUSER\n",
	"FROM a\rFROM b\r\r\nRUN c\n",
	"FROM 名前/イメージ AS été\nENV Ü=ö\nRUN écho ☃ \\\n ☃\n",
	"FROM alpine\nENV A='b\\' C=\"d\\\\\" E=f\\\\ G=\"h\n",
	"FROM alpine\nENV \\\f\nARG A \\\f\nENV A=1 \\\v\nENV A b \\\f\n",
	"FROM alpine\nLABEL a=b c='d\\'e f'=g \\\n# x\n h=i\n",
}

func TestReadsAsBuildKit(t *testing.T) {
	for _, text := range readings {
		if !compare(t, text) {
			t.Errorf("BuildKit gives no tree of %q", text)
		}
	}
}
