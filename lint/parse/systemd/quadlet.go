package systemd

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/snippet"
)

// isQuadlet tells whether a file describes a container to podman, which makes a service of it.
// https://docs.podman.io/en/latest/markdown/podman-systemd.unit.5.html
func isQuadlet(filename string) bool {
	return strings.EqualFold(path.Ext(filename), ".container") || strings.HasSuffix(path.Dir(filename), ".container.d")
}

// optionOf is the option of podman run that a key of a Quadlet becomes, and what stands before the key's value in the option's.
func optionOf(key string) (option, before string) {
	switch key {
	case "AddCapability":
		return "cap-add", ""
	case "DropCapability":
		return "cap-drop", ""
	case "AddDevice":
		return "device", ""
	case "AddHost":
		return "add-host", ""
	case "Environment":
		return "env", ""
	case "HealthCmd":
		return "health-cmd", ""
	case "LogDriver":
		return "log-driver", ""
	case "Memory":
		return "memory", ""
	case "Mount":
		return "mount", ""
	case "Network":
		return "network", ""
	case "PidsLimit":
		return "pids-limit", ""
	case "PublishPort":
		return "publish", ""
	case "Pull":
		return "pull", ""
	case "SeccompProfile":
		return "security-opt", "seccomp="
	case "SecurityLabelType":
		return "security-opt", "label=type:"
	case "Sysctl":
		return "sysctl", ""
	case "Tmpfs":
		return "tmpfs", ""
	case "Ulimit":
		return "ulimit", ""
	case "User":
		return "user", ""
	case "UserNS":
		return "userns", ""
	case "Volume":
		return "volume", ""
	}
	return "", ""
}

// quadlet reads the container that a Quadlet describes.
func quadlet(unit *lint.Unit, entries []entry) {
	embedded := dockercli.Embedded{Program: "podman", Subject: "container " + strings.TrimSuffix(path.Base(unit.File.Path), ".container")}
	var image lint.Val[lint.Image]
	for _, e := range entries {
		if e.section != "Container" {
			continue
		}
		if e.key == "Image" {
			embedded.Head = e.span
			image = e.image()
		}
		embedded.Options = append(embedded.Options, e.options()...)
	}
	if embedded.Head.IsZero() {
		return // another file says what runs
	}
	pod, env := embedded.Container()
	pod.Containers[0].Image = image
	unit.Pods = append(unit.Pods, pod)
	unit.Assignments = append(unit.Assignments, env...)
}

// options is the options of podman run that an entry becomes.
func (e entry) options() []lint.Word {
	word := e.word()
	yes := strings.EqualFold(word.Text, "true") || word.Text == "1" || strings.EqualFold(word.Text, "yes") || strings.EqualFold(word.Text, "on")
	option, before := optionOf(e.key)
	switch {
	case e.key == "PodmanArgs":
		return shell.Words(e.words())
	case e.key == "ReadOnly":
		word.Text = "--read-only=" + word.Text
		return []lint.Word{word}
	case e.key == "NoNewPrivileges" && yes:
		word.Text = "no-new-privileges"
		return dockercli.Option("security-opt", word)
	case e.key == "SecurityLabelDisable" && yes:
		word.Text = "label=disable"
		return dockercli.Option("security-opt", word)
	case e.key == "Environment" || e.key == "Sysctl" || e.key == "AddCapability" || e.key == "DropCapability":
		var words []lint.Word
		for _, w := range shell.Words(e.words()) {
			words = append(words, dockercli.Option(option, w)...)
		}
		return words
	case option == "":
		return nil
	}
	word.Text = before + word.Text
	return dockercli.Option(option, word)
}

// word is the entry's value as one word.
func (e entry) word() lint.Word {
	text := strings.TrimRight(string(e.value.Text), " \t")
	w := lint.Word{Text: text, State: lint.Set, Span: lint.Span{File: e.span.File, Start: e.value.Start, End: e.value.Start}}
	if text != "" {
		w.Span.Start, w.Span.End = e.value.Places[0].Start, e.value.Places[len(text)-1].End
	}
	if strings.ContainsAny(text, "%$") {
		w.State = lint.Unknown
	}
	return w
}

// image is the image that the entry names. What podman builds or pulls by another unit has the name of that.
func (e entry) image() lint.Val[lint.Image] {
	word := e.word()
	name, state := snippet.Image(word.Text, word.State)
	if strings.HasSuffix(word.Text, ".image") || strings.HasSuffix(word.Text, ".build") {
		state = lint.Unknown
	}
	return lint.Val[lint.Image]{V: name, State: state, Value: word.Span, Entry: e.span}
}
