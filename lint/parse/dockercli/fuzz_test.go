package dockercli_test

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// FuzzContainer reads words, one a line: one that starts with ? is unknown, one with * can be any number of words.
func FuzzContainer(f *testing.F) {
	for _, seed := range []string{
		"docker\nrun\n--interactive\n--tty\n--pid=host\nIMAGE\n/bin/bash",
		"podman\n--remote\ncontainer\ncreate\n-itv\n/a:/b:ro\n--cap-add=A,B\n-u\n0\nnginx",
		"docker\n*$A\nrun\n?--pid=$B\n*$C\n--mount\n?type=bind,src=$D,ro\n?$E",
		"nerdctl\nrun\n-e=A\n-eB=\n--userns=\n--net\n\n--\n-",
		"docker\nrun\n--use-api-socket\n--rootfs\n----privileged",
		"docker\nrun\n-",
		"docker\nbuildx\nbuild\n-f\na/Dockerfile\n-t=x:1\n--allow=a,b\n?--tag=$A\n--attest\ntype=sbom,disabled=true\n-o\ntype=registry\n--push=0\n.",
		"docker\n-H\nx\ncompose\n-f\ny\nexec\n-T\n--privileged\n-uroot\nweb\nsh",
		"podman\npush\n--creds\na:b\nx\ndocker://y/z:1\n--tls-verify=0",
		"docker\nmanifest\npush\n--insecure\nx",
		"docker\nbuildx\nimagetools\ncreate\n-t\nx\ny",
		"docker\nrun\n-p\n[::1]:80:80/udp\n?-p=$A:${B:-1}\n-P\n--expose\n1-2\n--device\n/a:/b:rw\n--ulimit\na=1:2\n--tmpfs\n/a:ro\nx",
		"podman\nrun\n--security-opt\nlabel=type:a\n--security-opt=no-new-privileges:0\n?--security-opt=$A\n--mount\nbind-propagation=,type=glob\n-v\nC:\\a:b:ro,,shared\n--pod=a\nx",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2048 {
			return
		}
		file := lint.NewFile("x.sh", []byte(text))
		cmd := &lint.Command{}
		at := 0
		for line := range strings.SplitSeq(text, "\n") {
			w := lint.Word{Text: line, State: lint.Set, Span: lint.Span{File: file, Start: at, End: at + len(line)}}
			if strings.HasPrefix(line, "?") || strings.HasPrefix(line, "*") {
				w.Text, w.State, w.Many = line[1:], lint.Unknown, line[0] == '*'
				w.Span.Start++
			}
			cmd.Words = append(cmd.Words, w)
			at += len(line) + 1
		}
		cmd.Program = cmd.Words[0].Text
		views := dockercli.Read(cmd)
		otherEdits(t, file, cmd, views)
		pod, env := views.Pod, views.Assignments
		if pod == nil {
			if len(env) > 0 {
				t.Error("a variable without a container")
			}
			return
		}
		c := pod.Containers[0]
		for _, a := range env {
			if a.Owner != c || a.Name == "" {
				t.Errorf("variable %q of %v", a.Name, a.Owner)
			}
			edits(t, file, a.Value)
		}
		podEdits(t, file, pod)
		containerEdits(t, file, c)
	})
}

// otherEdits proves the places of what is no container.
func otherEdits(t *testing.T, f *lint.File, cmd *lint.Command, views dockercli.Views) {
	if (views.Pod != nil || views.Exec != nil || views.Build != nil || len(views.Pushes) > 0) && cmd.Docker == nil {
		t.Error("a view of a command that is none of docker's")
	}
	if e := views.Exec; e != nil {
		edits(t, f, e.User)
		edits(t, f, e.Privileged)
	}
	if b := views.Build; b != nil {
		for _, v := range append([]lint.Val[string]{b.Folder, b.Dockerfile, b.Target, b.Network}, b.Entitlements.Items...) {
			edits(t, f, v)
		}
		for _, v := range []lint.Val[bool]{b.Provenance, b.SBOM, b.Load, b.Push} {
			edits(t, f, v)
		}
		for _, image := range b.Images {
			edits(t, f, image)
		}
	}
	for _, p := range views.Pushes {
		if p.By.Start > p.By.End || p.By.End > len(f.Text) || p.Image.State == lint.Set && p.Image.Value.IsZero() {
			t.Errorf("push by %d..%d", p.By.Start, p.By.End)
		}
	}
	if cmd.Docker == nil {
		return
	}
	for _, o := range append(cmd.Docker.Globals, cmd.Docker.Options...) {
		if span, _ := o.Where(); span.Start > span.End || span.End > len(f.Text) {
			t.Errorf("%s at %d..%d", o.Name, span.Start, span.End)
		}
		if _, err := lint.Apply(f.Text, cmd.Without(o)); err != nil {
			t.Error(err)
		}
	}
}

func podEdits(t *testing.T, f *lint.File, pod *lint.Pod) {
	for _, v := range []lint.Val[bool]{pod.HostPID, pod.HostIPC, pod.HostNetwork, pod.HostUTS, pod.HostCgroup, pod.HostUsers} {
		edits(t, f, v)
	}
	for _, v := range []lint.Val[string]{pod.Network, pod.CgroupParent, pod.OS} {
		edits(t, f, v)
	}
	for _, s := range pod.Sysctls.Items {
		edits(t, f, s.Name)
		edits(t, f, s.Value)
	}
	for _, path := range pod.HostPaths {
		edits(t, f, path.Path)
		edits(t, f, path.ReadOnly)
	}
}

func containerEdits(t *testing.T, f *lint.File, c *lint.Container) {
	edits(t, f, c.User)
	edits(t, f, c.Image)
	edits(t, f, c.Security.Seccomp)
	edits(t, f, c.Security.AppArmor)
	for _, v := range []lint.Val[bool]{c.Privileged, c.PrivilegeEscalation, c.ReadOnlyRoot, c.Healthcheck, c.Security.SELinux.Disabled} {
		edits(t, f, v)
	}
	r := c.Resources
	all := []lint.Val[string]{c.PullPolicy, c.ProcMount, c.Restart, r.MemoryLimit, r.CPULimit, r.PIDsLimit, r.MemoryRequest, r.CPURequest,
		c.Security.SELinux.Type, c.Security.SELinux.User, c.Security.SELinux.Role}
	all = append(append(all, c.AddCapabilities.Items...), c.DropCapabilities.Items...)
	for _, d := range c.Devices.Items {
		all = append(all, d.Path)
	}
	for _, u := range c.Ulimits.Items {
		all = append(all, u.Name, u.Soft, u.Hard)
	}
	for _, m := range c.Mounts.Items {
		all = append(all, m.Source, m.Target, m.Propagation)
		edits(t, f, m.ReadOnly)
	}
	for _, port := range c.Ports.Items {
		all = append(all, port.Address, port.Entry)
		edits(t, f, port.Container)
		edits(t, f, port.Host)
		edits(t, f, port.Published)
	}
	for _, v := range all {
		edits(t, f, v)
	}
}

// edits proves that a value has its places in the file and that its slot's edits can be made.
func edits[T comparable](t *testing.T, f *lint.File, v lint.Val[T]) {
	t.Helper()
	for _, s := range []lint.Span{v.Value, v.Entry, v.At.Head()} {
		if !s.IsZero() && (s.Start < 0 || s.Start > s.End || s.End > len(f.Text)) {
			t.Errorf("place %d..%d", s.Start, s.End)
		}
	}
	if v.State != lint.Unset && v.State != lint.Unknown && v.Value.IsZero() {
		t.Error("a value without a place")
	}
	for _, edits := range [][]lint.Edit{v.At.Put("x"), v.At.Put("true"), v.At.Remove()} {
		if _, err := lint.Apply(f.Text, edits); err != nil {
			t.Error(err)
		}
	}
}
