package dockercli_test

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// slots is every place that a fix can want, by name.
func slots(u *lint.Unit) map[string]lint.Slot {
	pod := u.Pods[0]
	c := pod.Containers[0]
	all := map[string]lint.Slot{
		"pid": pod.HostPID.At, "net": pod.HostNetwork.At, "privileged": c.Privileged.At, "user": c.User.At,
		"image": c.Image.At, "caps": c.AddCapabilities.At, "drops": c.DropCapabilities.At, "memory": c.Resources.MemoryLimit.At,
		"escalation": c.PrivilegeEscalation.At, "seccomp": c.Security.Seccomp.At,
	}
	for _, port := range c.Ports.Items {
		all["address"] = port.Address.At
	}
	for _, m := range c.Mounts.Items {
		all["propagation"] = m.Propagation.At
	}
	for _, item := range c.AddCapabilities.Items {
		all["cap "+item.V] = item.At
	}
	for _, path := range pod.HostPaths {
		all["path"], all["ro"] = path.Path.At, path.ReadOnly.At
	}
	for _, a := range u.Assignments {
		all["env"] = a.Value.At
	}
	return all
}

// remove stands for a deletion where a new value would.
const remove = "\x00"

var slotTests = []struct{ name, text, slot, put, want string }{
	{"flag", "docker run --privileged nginx", "privileged", remove, "docker run nginx"},
	{"flag and value", "docker run --rm --pid host nginx", "pid", remove, "docker run --rm nginx"},
	{"two blanks", "docker run  --privileged  nginx", "privileged", remove, "docker run   nginx"},
	{"first on a line", "docker run \\\n  --privileged -it \\\n  nginx", "privileged", remove, "docker run \\\n  -it \\\n  nginx"},
	{"last on a line", "docker run -it --privileged \\\n  nginx", "privileged", remove, "docker run -it \\\n  nginx"},
	{"against the backslash", "docker run -it --privileged\\\n  nginx", "privileged", remove, "docker run -it \\\n  nginx"},
	{"alone on a line", "docker run \\\n  --privileged \\\n  nginx", "privileged", remove, "docker run \\\n  nginx"},
	{"alone with tabs", "docker run \\\n\t--pid host \\\n\tnginx", "pid", remove, "docker run \\\n\tnginx"},
	{"alone over two lines", "docker run \\\n  --pid \\\n  host \\\n  nginx", "pid", remove, "docker run \\\n  nginx"},
	{"alone with carriage returns", "docker run \\\r\n  --privileged \\\r\n  nginx\r\n", "privileged", remove, "docker run \\\r\n  nginx\r\n"},
	{"in a substitution", "id=$(docker run --privileged nginx)", "privileged", remove, "id=$(docker run nginx)"},
	{"before the end", "sh -c 'docker run nginx:1 $X'; docker run --pid=host", "image", "nginx:2", "sh -c 'docker run nginx:2 $X'; docker run --pid=host"},
	{"letters and value", "docker run -itu root nginx", "user", remove, "docker run -it nginx"},
	{"letters with value", "docker run -ituroot nginx", "user", remove, "docker run -it nginx"},
	{"letters over two lines", "docker run -itu \\\n  root nginx", "user", remove, "docker run -it nginx"},
	{"mount", "docker run -v /etc:/etc nginx", "path", remove, "docker run nginx"},
	{"variable", "docker run -e KEY=1 -d nginx", "env", remove, "docker run -d nginx"},
	{"image stays", "docker run nginx", "image", remove, "docker run nginx"},
	{"absent", "docker run nginx", "privileged", remove, "docker run nginx"},
	{"one capability of two options", "docker run --cap-add A --cap-add B nginx", "cap A", remove, "docker run --cap-add B nginx"},
	{"first of a list", "podman run --cap-add=A,B,C nginx", "cap A", remove, "podman run --cap-add=B,C nginx"},
	{"last of a list", "podman run --cap-add=A,B,C nginx", "cap C", remove, "podman run --cap-add=A,B nginx"},
	{"in a variable", "O='--rm --privileged'\ndocker run $O nginx", "privileged", remove, "O='--rm'\ndocker run $O nginx"},
	{"all of a variable", "O=--privileged\ndocker run $O nginx", "privileged", remove, "O=\ndocker run $O nginx"},
	{"all of a quoted variable", "O=--privileged\ndocker run \"$O\" nginx", "privileged", remove, "O=--privileged\ndocker run nginx"},
	{"value in a variable", "M=host\ndocker run --pid $M nginx", "pid", remove, "M=host\ndocker run nginx"},

	{"insert", "sudo docker container run nginx", "user", "10001:10001", "sudo docker container run --user=10001:10001 nginx"},
	{"insert before a line break", "docker run \\\n  nginx", "user", "10001", "docker run --user=10001 \\\n  nginx"},
	{"insert in a list", "docker run --cap-add A nginx", "caps", "B", "docker run --cap-add=B --cap-add A nginx"},
	{"replace", "docker run --user=root nginx", "user", "10001", "docker run --user=10001 nginx"},
	{"replace a word", "docker run --user root nginx", "user", "10001", "docker run --user 10001 nginx"},
	{"replace in quotes", "docker run --user=\"root\" nginx", "user", "10001", "docker run --user=\"10001\" nginx"},
	{"replace behind letters", "docker run -itu root nginx", "user", "10001", "docker run -itu 10001 nginx"},
	{"replace nothing", "docker run --network= nginx", "net", "none", "docker run --network=none nginx"},
	{"replace what is not known", "docker run --user=$U nginx", "user", "10001", "docker run --user=10001 nginx"},
	{"replace what a variable brings", "U=root\ndocker run --user=$U nginx", "user", "10001", "U=root\ndocker run --user=10001 nginx"},
	{"replace behind letters what a variable brings", "U=root\ndocker run -itu$U nginx", "user", "10001", "U=root\ndocker run -it --user=10001 nginx"},
	{"boolean", "docker run --privileged nginx", "privileged", "false", "docker run --privileged=false nginx"},
	{"image", "docker run nginx sh", "image", "nginx:1.27", "docker run nginx:1.27 sh"},
	{"image in a variable", "I=nginx\ndocker run \"$I\"", "image", "nginx:1.27", "I=nginx:1.27\ndocker run \"$I\""},
	{"path", "docker run -v /etc:/etc:ro nginx", "path", "/srv", "docker run -v /srv:/etc:ro nginx"},
	{"read-only", "docker run -v /etc:/etc nginx", "ro", "true", "docker run -v /etc:/etc:ro nginx"},
	{"read-only in quotes", "docker run -v \"/etc:/etc\" nginx", "ro", "true", "docker run -v \"/etc:/etc:ro\" nginx"},
	{"read-only too", "docker run -v /etc:/etc:z nginx", "ro", "true", "docker run -v /etc:/etc:z,ro nginx"},
	{"read-only instead", "docker run -v /etc:/etc:z,rw nginx", "ro", "true", "docker run -v /etc:/etc:z,ro nginx"},
	{"read-only mount", "docker run --mount type=bind,src=/etc,dst=/x nginx", "ro", "true", "docker run --mount type=bind,src=/etc,dst=/x,readonly nginx"},
	{"writable mount", "docker run --mount type=bind,ro,src=/etc,dst=/x nginx", "ro", "false", "docker run --mount type=bind,readonly=false,src=/etc,dst=/x nginx"},
	{"forbid", "docker run nginx", "escalation", "false", "docker run --security-opt=no-new-privileges nginx"},
	{"forbid instead", "docker run --security-opt no-new-privileges:false nginx", "escalation", "false", "docker run --security-opt no-new-privileges nginx"},
	{"no longer forbid", "docker run --security-opt=no-new-privileges nginx", "escalation", remove, "docker run nginx"},
	{"confine", "docker run --security-opt seccomp=unconfined -it nginx", "seccomp", remove, "docker run -it nginx"},
	{"drop", "docker run nginx", "drops", "ALL", "docker run --cap-drop=ALL nginx"},
	{"limit", "docker run -m 0 nginx", "memory", "512m", "docker run -m 512m nginx"},
	{"address", "docker run -p 80:80 nginx", "address", "127.0.0.1", "docker run -p 127.0.0.1:80:80 nginx"},
	{"address of a port of its own", "docker run -dp80 nginx", "address", "127.0.0.1", "docker run -dp127.0.0.1::80 nginx"},
	{"address instead", "docker run --publish=\"0.0.0.0:80:80\" nginx", "address", "127.0.0.1", "docker run --publish=\"127.0.0.1:80:80\" nginx"},
	{"only mode", "docker run -v /a:/a:rshared nginx", "propagation", remove, "docker run -v /a:/a nginx"},
	{"first mode", "docker run -v /a:/a:rshared,ro nginx", "propagation", remove, "docker run -v /a:/a:ro nginx"},
	{"last mode", "docker run -v /a:/a:ro,rshared nginx", "propagation", "rslave", "docker run -v /a:/a:ro,rslave nginx"},
	{"first field", "docker run --mount bind-propagation=shared,type=bind,src=/a,dst=/a nginx", "propagation", remove, "docker run --mount type=bind,src=/a,dst=/a nginx"},
	{"last field", "docker run --mount type=bind,src=/a,dst=/a,bind-propagation=shared nginx", "propagation", remove, "docker run --mount type=bind,src=/a,dst=/a nginx"},
	{"environment", "docker run -e \"KEY=a b\" nginx", "env", "c", "docker run -e \"KEY=c\" nginx"},
	{"shell variable", "KEY=abc docker run nginx", "env", "d e", "KEY='d e' docker run nginx"},
	{"what would need quotes", "docker run nginx", "user", "a b", "docker run nginx"},
}

func TestSlots(t *testing.T) {
	for _, test := range slotTests {
		t.Run(test.name, func(t *testing.T) {
			u := shell.Parse(lint.NewFile("run.sh", []byte(test.text)))
			slot := slots(u)[test.slot]
			edits := slot.Put(test.put)
			if test.put == remove {
				edits = slot.Remove()
			}
			got, err := lint.Apply(u.File.Text, edits)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != test.want {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestRemoveKeepsTheCommand deletes what can be deleted from real command lines: what is left is the same command without it.
func TestRemoveKeepsTheCommand(t *testing.T) {
	for _, test := range lines(t) {
		u := shell.Parse(lint.NewFile("run.sh", []byte(test.line+"\n")))
		if len(u.Pods) == 0 {
			continue
		}
		image := u.Pods[0].Containers[0].Image
		for name, slot := range slots(u) {
			edits := slot.Remove()
			if len(edits) == 0 {
				continue
			}
			text, err := lint.Apply(u.File.Text, edits)
			if err != nil {
				t.Fatal(err)
			}
			left := shell.Parse(lint.NewFile("run.sh", text))
			if len(left.Pods) != 1 || len(text) >= len(u.File.Text) {
				t.Fatalf("%s, without %s: %s", test.line, name, text)
			}
			// Without an option behind it, $OPTS can swallow the image.
			if c := left.Pods[0].Containers[0]; c.Image.Known() && c.Image.V != image.V {
				t.Errorf("%s, without %s: %s", test.line, name, text)
			}
		}
	}
}
