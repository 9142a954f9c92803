package editors

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"net/url"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"
)

// TestEfm opens the files as an editor does that speaks LSP, and reads the diagnostics that efm-langserver publishes.
func TestEfm(t *testing.T) {
	need(t, "efm-langserver")
	for file, language := range map[string]string{dockerfile: "dockerfile", composeFile: "dockercompose", cleanFile: "dockerfile"} {
		p := newProject(t)
		s := startServer(p, "efm-langserver", "-q", "-c", p.write("efm.yaml", recipe(t, "efm-langserver/config.yaml")))
		address := (&url.URL{Scheme: "file", Path: p.path(file)}).String()
		s.send("initialize", map[string]any{"rootUri": "file://" + p.folder, "capabilities": map[string]any{}}, 1)
		s.send("initialized", map[string]any{}, 0)
		s.send("textDocument/didOpen", map[string]any{"textDocument": map[string]any{
			"uri": address, "languageId": language, "version": 1, "text": texts[file] + "# not saved\n"}}, 0)
		shown := s.diagnostics()
		if shown.URI != address {
			t.Errorf("published is %s, open is %s", shown.URI, address)
		}
		got := each(shown.Diagnostics, func(d diagnostic) string {
			rule := strings.TrimSuffix(d.Message[strings.LastIndex(d.Message, "[")+1:], "]")
			return fmt.Sprint(d.Range.Start.Line, ":", d.Range.Start.Character, " ", d.Severity, " ", d.Source, " ", rule, " ", beginning(d.Message, findings))
		})
		same(t, got, each(of(file), func(f finding) string {
			severity := map[string]int{"critical": 1, "high": 1, "medium": 2, "low": 3}[f.severity]
			return fmt.Sprint(f.line-1, ":", len([]rune(f.before())), " ", severity, " stridelint ", f.rule, " ", f.messageStart)
		}))
	}
}

// published is the parameters of textDocument/publishDiagnostics.
type published struct {
	URI         string
	Diagnostics []diagnostic
}

type diagnostic struct {
	Range    struct{ Start struct{ Line, Character int } }
	Severity int
	Source   string
	Message  string
}

// server is a running language server.
type server struct {
	t   *testing.T
	in  io.Writer
	out *textproto.Reader
}

func startServer(p *project, name string, arguments ...string) *server {
	p.t.Helper()
	c := exec.Command(name, arguments...)
	c.Dir, c.Env = p.folder, p.environment
	in, err := c.StdinPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		p.t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		p.t.Fatal(err)
	}
	// A server that never answers ends here, and with it the reading of what it says.
	deadline := time.AfterFunc(20*time.Second, func() { c.Process.Kill() })
	p.t.Cleanup(func() {
		deadline.Stop()
		c.Process.Kill()
		c.Wait()
	})
	return &server{p.t, in, textproto.NewReader(bufio.NewReader(out))}
}

// send sends a request with an id, or a notification without one.
func (s *server) send(method string, parameters any, id int) {
	s.t.Helper()
	message := map[string]any{"jsonrpc": "2.0", "method": method, "params": parameters}
	if id > 0 {
		message["id"] = id
	}
	text, err := json.Marshal(message)
	if err == nil {
		_, err = fmt.Fprintf(s.in, "Content-Length: %d\r\n\r\n%s", len(text), text)
	}
	if err != nil {
		s.t.Fatal(err)
	}
}

// diagnostics waits for the next diagnostics.
func (s *server) diagnostics() published {
	s.t.Helper()
	for {
		header, err := s.out.ReadMIMEHeader()
		if err != nil {
			s.t.Fatalf("the server has published nothing: %v", err)
		}
		length, err := strconv.Atoi(header.Get("Content-Length"))
		if err != nil {
			s.t.Fatal(err)
		}
		text := make([]byte, length)
		if _, err := io.ReadFull(s.out.R, text); err != nil {
			s.t.Fatal(err)
		}
		var message struct {
			Method string
			Params json.RawMessage
		}
		if err := json.Unmarshal(text, &message); err != nil {
			s.t.Fatal(err)
		}
		if message.Method != "textDocument/publishDiagnostics" {
			continue
		}
		var p published
		if err := json.Unmarshal(message.Params, &p); err != nil {
			s.t.Fatal(err)
		}
		return p
	}
}
