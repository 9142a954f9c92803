// Package sarif writes a report as SARIF 2.1.0, for GitHub code scanning and every other reader of that standard. It is
// streamed: however many results there are, one at a time is in memory.
package sarif

import (
	"bufio"
	"bytes"
	"compress/flate"
	"encoding/json"
	"io"
	"slices"

	gosarif "github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/stridelint/stridelint/lint"
)

// Options is what the report itself does not say.
type Options struct {
	Version  string // of stridelint
	Category string // what tells this run from others of the same commit, if there are any
	// URI maps the path of a file to the path that results name: the one below the root of the git repository, which is
	// what GitHub looks files up by. The result is a path, not yet percent-encoded. Left out, paths stay as they are.
	URI func(path string) string
}

// GitHub refuses a run of more results, and an upload that is bigger once it is compressed with gzip:
// https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
const (
	maxResults = 25_000
	maxUpload  = 10_000_000
)

const opening = `{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","runs":[`

// Write writes the report as one run. Results come by severity, the worst first, and within a severity in their own
// order: what GitHub would refuse as too much is thus the least severe. Write returns how many results were left out.
func Write(w io.Writer, r *lint.Report, o Options) (left int, err error) {
	return write(w, r, o, maxResults, maxUpload)
}

func write(w io.Writer, r *lint.Report, o Options, results, upload int) (left int, err error) {
	e := newEncoder(r, o)
	head, err := e.encode(newRun(r, o))
	if err != nil {
		return 0, err
	}
	out := newLog(w)
	out.text(opening)
	out.bytes(bytes.TrimSuffix(head, []byte("}"))) // the run stays open for its results
	out.text(`,"results":[`)
	written := 0
	for _, s := range lint.Severities {
		for i := range r.Results {
			if r.Results[i].Severity != s {
				continue
			}
			if written >= results {
				left++
				continue
			}
			one, err := e.encode(e.result(&r.Results[i]))
			if err != nil {
				return left, err
			}
			if out.compressed()+len(one) > upload {
				left++
				continue
			}
			if written > 0 {
				out.text(",")
			}
			out.text("\n")
			if out.bytes(one); out.err != nil {
				return left, out.err
			}
			written++
		}
	}
	out.text("]}]}\n")
	return left, out.close()
}

// encoder turns results into JSON, one at a time.
type encoder struct {
	rules map[*lint.Rule]uint
	uris  map[string]string
	uri   func(string) string
	// judged tells that suppressed results are shown. SARIF has either all results of a run say whether they are
	// suppressed, or none (3.27.23).
	judged bool
	// safety is the properties of fixes, which all of them share: whether they are safe.
	safety map[bool]gosarif.Properties

	buffer bytes.Buffer
	json   *json.Encoder
}

func newEncoder(r *lint.Report, o Options) *encoder {
	e := &encoder{rules: make(map[*lint.Rule]uint, len(r.Rules)), uris: map[string]string{}, uri: o.URI}
	e.safety = map[bool]gosarif.Properties{true: {"safe": true}, false: {"safe": false}}
	if e.uri == nil {
		e.uri = func(path string) string { return path }
	}
	for i, rule := range r.Rules {
		e.rules[rule] = uint(i)
	}
	e.judged = slices.ContainsFunc(r.Results, func(r lint.Result) bool { return r.Suppressed != nil })
	e.json = json.NewEncoder(&e.buffer)
	e.json.SetEscapeHTML(false)
	return e
}

// encode is v as JSON on one line. It holds until the next call.
func (e *encoder) encode(v any) ([]byte, error) {
	e.buffer.Reset()
	err := e.json.Encode(v)
	return bytes.TrimSuffix(e.buffer.Bytes(), []byte("\n")), err
}

// log is where the SARIF text goes, with a gauge of what gzip will make of it.
type log struct {
	out   *bufio.Writer
	gauge *flate.Writer
	gzip  counter
	err   error
}

func newLog(w io.Writer) *log {
	l := &log{out: bufio.NewWriterSize(w, 1<<16)}
	// The level is a constant of the package that NewWriter accepts. The fastest one compresses least: no uploader does worse.
	l.gauge, _ = flate.NewWriter(&l.gzip, flate.BestSpeed)
	return l
}

func (l *log) text(s string) { l.bytes([]byte(s)) }

// bytes writes, and remembers the first error.
func (l *log) bytes(b []byte) {
	if l.err == nil {
		_, l.err = l.out.Write(b)
		l.gauge.Write(b) // to a counter, which never fails
	}
}

// compressed is an upper bound of the size of what was written, once compressed.
func (l *log) compressed() int {
	const held = 1 << 17 // more than what the compressor may not have given out yet: it works on blocks of 64 KiB
	return int(l.gzip) + held
}

func (l *log) close() error {
	if l.err != nil {
		return l.err
	}
	return l.out.Flush()
}

// counter counts the bytes that are written to it.
type counter int

func (c *counter) Write(b []byte) (int, error) {
	*c += counter(len(b))
	return len(b), nil
}
