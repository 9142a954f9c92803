package dockercli_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// describe is a container as one line: its image as it is written, then what is set, «with the text that is reported».
// Before it, "?" is unknown, "!" invalid and "no" false. An ellipsis says that what is not shown is unknown rather than unset.
func describe(u *lint.Unit) string {
	if len(u.Pods) == 0 {
		return "none"
	}
	pod := u.Pods[0]
	c := pod.Containers[0]
	facts := []string{mark(c.Image.State) + c.Image.Value.Text()}
	flag := func(name string, v lint.Val[bool]) {
		if v.Value.IsZero() {
			return
		}
		verdict := mark(v.State)
		if v.State == lint.Set && !v.V {
			verdict = "no "
		}
		facts = append(facts, fmt.Sprintf("%s %s«%s»", name, verdict, v.Value.Text()))
	}
	flag("pid", pod.HostPID)
	flag("ipc", pod.HostIPC)
	flag("net", pod.HostNetwork)
	flag("userns", pod.HostUsers)
	flag("privileged", c.Privileged)
	if !c.User.Value.IsZero() {
		facts = append(facts, fmt.Sprintf("user %s«%s»", mark(c.User.State), c.User.Value.Text()))
	}
	for _, item := range c.AddCapabilities.Items {
		facts = append(facts, fmt.Sprintf("cap %s«%s»", mark(item.State), item.Value.Text()))
	}
	for _, path := range pod.HostPaths {
		facts = append(facts, fmt.Sprintf("path %s«%s»", mark(path.Path.State), path.Path.Value.Text()))
		flag("ro", path.ReadOnly)
	}
	for _, a := range u.Assignments {
		if a.Owner == c {
			facts = append(facts, fmt.Sprintf("env %s %s«%s»", a.Name, mark(a.Value.State), a.Value.Value.Text()))
		}
	}
	if c.User.Value.IsZero() && c.User.State == lint.Unknown {
		facts = append(facts, "…")
	}
	return strings.Join(facts, "; ")
}

func mark(s lint.State) string {
	switch s {
	case lint.Unknown:
		return "?"
	case lint.Invalid:
		return "!"
	}
	return ""
}

// containerTests is command lines as people write them, and what describe says of them.
var containerTests = []struct{ line, want string }{
	{"docker run --interactive --tty --pid=host IMAGE /bin/bash", "?IMAGE; pid «--pid=host»"},

	// The image ends the options.
	{"docker run nginx", "nginx"},
	{"docker run alpine ps --pid=host", "alpine"},
	{"docker run alpine sh -c 'echo --privileged'", "alpine"},
	{"docker run --rm alpine:3.20 nginx --privileged -v /:/host", "alpine:3.20"},
	{"docker run -- nginx --privileged", "nginx"},
	{"docker run --privileged -- nginx", "nginx; privileged «--privileged»"},
	{"docker run docker.io/library/nginx:1.27", "docker.io/library/nginx:1.27"},
	{"docker run registry.example.com:5000/shop/web", "registry.example.com:5000/shop/web"},
	{"docker run 4c01db0b339c", "?4c01db0b339c"},
	{"docker run <image>", "none"},
	{"docker run --help", "none"},
	{"docker run", "none"},

	// Subcommands and programs.
	{"docker create --privileged nginx", "nginx; privileged «--privileged»"},
	{"docker container run --privileged nginx", "nginx; privileged «--privileged»"},
	{"docker container create -u 0 nginx", "nginx; user «0»"},
	{"podman run --privileged nginx", "nginx; privileged «--privileged»"},
	{"nerdctl run --privileged nginx", "nginx; privileged «--privileged»"},
	{"nerdctl -n k8s.io run --privileged nginx", "nginx; privileged «--privileged»"},
	{"podman --remote --url ssh://build run --pid host nginx", "nginx; pid «--pid host»"},
	{"podman run --log-level debug --root /tmp/store --privileged nginx", "nginx; privileged «--privileged»"},
	{"docker exec --privileged web sh", "none"},
	{"docker compose run --privileged web", "?; …"},
	{"docker service create --user root nginx", "none"},
	{"docker network create --internal back", "none"},
	{"docker volume create run", "none"},
	{"docker ps run", "none"},
	{"docker build --network=host -t run .", "none"},
	{"docker image pull run", "none"},
	{"dockerd run --privileged nginx", "none"},
	{"echo docker run --privileged nginx", "none"},

	// Global options.
	{"docker --context prod run --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker -c prod -H tcp://build:2376 --tlsverify run --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker -Hunix:///tmp/d.sock -l debug run --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker --log-level=debug -D run --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker --config \"$HOME/.docker\" run --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker $DOCKER_OPTS run --pid=host --rm nginx", "?; pid «--pid=host»; …"},
	{"docker \"$COMMAND\" run --pid=host nginx", "none"},

	// Booleans.
	{"docker run --privileged nginx", "nginx; privileged «--privileged»"},
	{"docker run --privileged=true nginx", "nginx; privileged «--privileged=true»"},
	{"docker run --privileged=1 nginx", "nginx; privileged «--privileged=1»"},
	{"docker run --privileged=t nginx", "nginx; privileged «--privileged=t»"},
	{"docker run --privileged=TRUE nginx", "nginx; privileged «--privileged=TRUE»"},
	{"docker run --privileged=false nginx", "nginx; privileged no «--privileged=false»"},
	{"docker run --privileged=0 nginx", "nginx; privileged no «--privileged=0»"},
	{"docker run --privileged=yes nginx", "nginx; privileged !«--privileged=yes»"},
	{"docker run --privileged= nginx", "nginx; privileged !«--privileged=»"},
	{"docker run --privileged=$PRIVILEGED nginx", "nginx; privileged ?«--privileged=$PRIVILEGED»"},
	{"docker run --privileged true nginx", "true; privileged «--privileged»"},
	{"docker run --privileged=false --privileged nginx", "nginx; privileged «--privileged»"},
	{"docker run --privileged --privileged=false nginx", "nginx; privileged no «--privileged=false»"},
	{"docker run '--privileged' nginx", "nginx; privileged «'--privileged'»"},

	// Namespaces.
	{"docker run --pid host nginx", "nginx; pid «--pid host»"},
	{"docker run --pid \"host\" nginx", "nginx; pid «--pid \"host\"»"},
	{"docker run --pid=\"host\" nginx", "nginx; pid «--pid=\"host\"»"},
	{"docker run --pid=container:db nginx", "nginx; pid no «--pid=container:db»"},
	{"docker run --pid=$MODE nginx", "nginx; pid ?«--pid=$MODE»"},
	{"docker run --pid=host --pid=container:db nginx", "nginx; pid no «--pid=container:db»"},
	{"docker run --pids-limit 100 nginx", "nginx"},
	{"docker run --ipc=host nginx", "nginx; ipc «--ipc=host»"},
	{"docker run --ipc shareable nginx", "nginx; ipc no «--ipc shareable»"},
	{"docker run --net=host nginx", "nginx; net «--net=host»"},
	{"docker run --net host nginx", "nginx; net «--net host»"},
	{"docker run --network host nginx", "nginx; net «--network host»"},
	{"docker run --network name=host nginx", "nginx; net «--network name=host»"},
	{"docker run --network=back nginx", "nginx; net no «--network=back»"},
	{"docker run --network host --network back nginx", "nginx; net «--network host»"},
	{"docker run --net-alias host nginx", "nginx"},
	{"docker run --uts=host nginx", "nginx"},
	{"docker run --userns=host nginx", "nginx; userns «--userns=host»"},
	{"podman run --userns=keep-id:uid=1000 nginx", "nginx; userns no «--userns=keep-id:uid=1000»"},
	{"podman run --userns container:db nginx", "nginx; userns ?«--userns container:db»"},

	// Letters.
	{"docker run -it --rm nginx", "nginx"},
	{"docker run -itd nginx", "nginx"},
	{"docker run -dp 80:80 nginx", "nginx"},
	{"docker run -p8080:80 nginx", "nginx"},
	{"docker run -P -h web nginx", "nginx"},
	{"docker run -u root nginx", "nginx; user «root»"},
	{"docker run -uroot nginx", "nginx; user «root»"},
	{"docker run -u=root nginx", "nginx; user «root»"},
	{"docker run -itu 0:0 nginx", "nginx; user «0:0»"},
	{"docker run -itu0 nginx", "nginx; user «0»"},
	{"docker run -itv /etc:/etc nginx", "nginx; path «/etc»"},
	{"docker run -d=false -eA=b nginx", "nginx; env A «b»"},
	{"docker run -m 512m -c 512 -w /app -l a=b -a stdout nginx", "nginx"},
	{"docker run -dX nginx", "?; …"},
	{"docker run -it$MORE nginx", "?; …"},

	// Users.
	{"docker run --user=1000:1000 nginx", "nginx; user «1000:1000»"},
	{"docker run --user nobody --user root nginx", "nginx; user «root»"},
	{"docker run --user \"$(id -u):$(id -g)\" nginx", "nginx; user ?«$(id -u):$(id -g)»"},
	{"docker run -u $UID nginx", "nginx; user ?«$UID»"},
	{"docker run -u '' nginx", "nginx"},

	// Capabilities.
	{"docker run --cap-add=SYS_ADMIN nginx", "nginx; cap «SYS_ADMIN»"},
	{"docker run --cap-add SYS_ADMIN --cap-add=net_admin --cap-drop ALL nginx", "nginx; cap «SYS_ADMIN»; cap «net_admin»"},
	{"docker run --cap-add=SYS_ADMIN,NET_ADMIN nginx", "nginx; cap «SYS_ADMIN,NET_ADMIN»"},
	{"podman run --cap-add=SYS_ADMIN,NET_ADMIN nginx", "nginx; cap «SYS_ADMIN»; cap «NET_ADMIN»"},
	{"nerdctl run --cap-add \"SYS_ADMIN,NET_ADMIN\" nginx", "nginx; cap «SYS_ADMIN»; cap «NET_ADMIN»"},
	{"docker run --cap-add $CAPS nginx", "nginx; cap ?«$CAPS»"},
	{"docker run --cap-add={SYS_ADMIN,NET_ADMIN} nginx", "?; …"},

	// Mounts.
	{"docker run -v /var/run/docker.sock:/var/run/docker.sock nginx", "nginx; path «/var/run/docker.sock»"},
	{"docker run -v \"/var/run/docker.sock:/var/run/docker.sock\" nginx", "nginx; path «/var/run/docker.sock»"},
	{"docker run -v /var/run/docker.sock:/var/run/docker.sock:ro nginx", "nginx; path «/var/run/docker.sock»; ro «ro»"},
	{"docker run --volume=/etc:/host/etc:z,ro nginx", "nginx; path «/etc»; ro «ro»"},
	{"docker run --volume /etc:/host/etc:rw nginx", "nginx; path «/etc»; ro no «rw»"},
	{"docker run -v/:/host nginx", "nginx; path «/»"},
	{"docker run -v ~/.ssh:/root/.ssh:ro -v .:/app -v ../lib:/lib nginx", "nginx; path «~/.ssh»; ro «ro»; path «.»; path «../lib»"},
	{"docker run -v /my\\ data:/data nginx", "nginx; path «/my\\ data»"},
	{"docker run -v data:/data -v /anonymous nginx", "nginx"},
	{"docker run -v $PWD:/app nginx", "nginx; path ?«$PWD»"},
	{"docker run -v $(pwd):/app -w /app nginx", "nginx; path ?«$(pwd)»"},
	{"docker run -v /data/$NAME:/data nginx", "nginx; path ?«/data/$NAME»"},
	{"docker run -v /etc:/host/$NAME nginx", "nginx; path «/etc»"},
	{"docker run -v volume-$NAME:/data nginx", "nginx"},
	{"docker run --mount type=bind,source=/etc,target=/etc nginx", "nginx; path «/etc»"},
	{"docker run --mount=type=bind,src=/etc,dst=/etc,readonly nginx", "nginx; path «/etc»; ro «readonly»"},
	{"docker run --mount source=/etc,ro=false,type=bind,target=/etc nginx", "nginx; path «/etc»; ro no «ro=false»"},
	{"docker run --mount type=bind,source=\"$PWD\",target=/app nginx", "nginx; path ?«$PWD»"},
	{"docker run --mount type=bind,source=/var/run/docker.sock,target=$SOCKET nginx", "nginx; path «/var/run/docker.sock»"},
	{"docker run --mount type=volume,source=data,target=/data nginx", "nginx"},
	{"docker run --mount type=tmpfs,target=/tmp nginx", "nginx"},
	{"docker run --mount source=/data,target=/data nginx", "nginx"},
	{"docker run --tmpfs /tmp:rw nginx", "nginx"},
	{"docker run --volumes-from web nginx", "nginx"},
	{"docker run --use-api-socket nginx", "nginx; path «--use-api-socket»"},
	{"docker run --use-api-socket=false nginx", "nginx"},

	// Environment.
	{"docker run -e DB_PASSWORD=hunter2 mysql", "mysql; env DB_PASSWORD «hunter2»"},
	{"docker run --env=DB_PASSWORD=\"hunter 2\" mysql", "mysql; env DB_PASSWORD «hunter 2»"},
	{"docker run --env \"DB_PASSWORD=hunter2\" mysql", "mysql; env DB_PASSWORD «hunter2»"},
	{"docker run -e DB_PASSWORD mysql", "mysql; env DB_PASSWORD ?«DB_PASSWORD»"},
	{"docker run -e DB_PASSWORD=$DB_PASSWORD mysql", "mysql; env DB_PASSWORD ?«$DB_PASSWORD»"},
	{"docker run -e DB_PASSWORD= mysql", "mysql; env DB_PASSWORD «»"},
	{"docker run -e \"$SETTING\" -e ${NAME}=x mysql", "mysql"},
	{"docker run --env-file .env --label password=hunter2 mysql", "mysql"},

	// What is not known.
	{"docker run $OPTS nginx", "?; …"},
	{"docker run $OPTS --rm nginx", "nginx; …"},
	{"docker run --privileged $OPTS nginx", "?; privileged «--privileged»; …"},
	{"docker run $OPTS --privileged nginx", "nginx; privileged «--privileged»; …"},
	{"docker run \"${OPTS[@]}\" --pid=host nginx", "nginx; pid «--pid=host»; …"},
	{"docker run \"$@\"", "?; …"},
	{"docker run --rm $IMAGE", "?; …"},
	{"docker run --rm \"$IMAGE\" --privileged", "?\"$IMAGE\""},
	{"docker run --rm \"$REGISTRY/web:1\" sh", "?\"$REGISTRY/web:1\""},
	{"docker run --name $NAME --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker run --name \"$NAME\" nginx", "nginx"},
	{"docker run --$FLAG nginx", "?; …"},
	{"docker run --brand-new=1 --pid=host nginx", "nginx; pid «--pid=host»"},
	{"docker run --brand-new --pid=host nginx", "?; …"},
	{"docker run --pid=host --brand-new nginx", "?; pid «--pid=host»; …"},
	{"docker run ----privileged nginx", "?; …"},
	{"docker run ---privileged=true nginx", "?; …"},
	{"docker run \u2014privileged nginx", "?\u2014privileged"},
	{"docker run -\u2014privileged nginx", "?; …"},
	{"docker run --name", "?; …"},

	// Podman's own.
	{"podman run --pod new:shop --replace --tz local --systemd always nginx", "nginx"},
	{"podman run --rootfs /srv/root sh", "?/srv/root"},
	{"podman run docker://nginx:1.27", "docker://nginx:1.27"},
	{"podman run oci-archive:shop.tar", "?oci-archive:shop.tar"},
	{"podman run dir:/srv/image sh", "?dir:/srv/image"},
}

func TestContainer(t *testing.T) {
	for _, test := range containerTests {
		t.Run(test.line, func(t *testing.T) {
			f := lint.NewFile("run.sh", []byte(test.line+"\n"))
			if got := describe(shell.Parse(f)); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestSubject(t *testing.T) {
	for line, want := range map[string]string{
		"docker run docker.io/library/nginx:1": "docker run nginx:1",
		"docker container create shop/web":     "docker create shop/web",
		"sudo podman run --rm \"$IMAGE\"":      "podman run",
	} {
		pod := shell.Parse(lint.NewFile("run.sh", []byte(line))).Pods[0]
		if pod.String() != want || pod.Containers[0].String() != want || pod.Containers[0].Pod != pod {
			t.Errorf("%s: subjects %q and %q, want %q", line, pod, pod.Containers[0], want)
		}
	}
}

// TestAbsent proves where absence is reported.
func TestAbsent(t *testing.T) {
	pod := shell.Parse(lint.NewFile("run.sh", []byte("sudo docker --debug run --rm nginx"))).Pods[0]
	c := pod.Containers[0]
	for name, at := range map[string]lint.Absence{"pid": pod.HostPID, "ipc": pod.HostIPC, "net": pod.HostNetwork, "uts": pod.HostUTS,
		"userns": pod.HostUsers, "network": pod.Network, "sysctls": pod.Sysctls, "user": c.User, "privileged": c.Privileged,
		"capabilities": c.AddCapabilities, "dropped": c.DropCapabilities, "escalation": c.PrivilegeEscalation, "root": c.ReadOnlyRoot,
		"seccomp": c.Security.Seccomp, "apparmor": c.Security.AppArmor, "non-root": c.Security.RunAsNonRoot, "label": c.Security.SELinux.Type,
		"memory": c.Resources.MemoryLimit, "cpu": c.Resources.CPULimit, "pids": c.Resources.PIDsLimit, "restart": c.Restart,
		"health": c.Healthcheck, "ports": c.Ports, "mounts": c.Mounts, "devices": c.Devices, "ulimits": c.Ulimits} {
		if span, _ := at.Where(); span.Text() != "docker --debug run" || !at.Absent() {
			t.Errorf("%s: absent %v, reported at %q", name, at.Absent(), span.Text())
		}
	}
}

// TestVia proves that a value is reported where it is written, and by which variable it gets to the command.
func TestVia(t *testing.T) {
	u := shell.Parse(lint.NewFile("run.sh", []byte("U=root\nI=nginx:1\nO='--privileged -v /etc:/etc'\nM=host\ndocker run --user $U $O --pid $M \"$I\"")))
	pod := u.Pods[0]
	c := pod.Containers[0]
	for name, test := range map[string]struct {
		at        lint.Locator
		want, via string
	}{
		"user":       {c.User, "root", "$U"},
		"privileged": {c.Privileged, "--privileged", "$O"},
		"path":       {pod.HostPaths[0].Path, "/etc", "$O"},
		"image":      {c.Image, "nginx:1", "\"$I\""},
		"pid":        {pod.HostPID, "--pid $M", ""},
	} {
		span, hops := test.at.Where()
		via := ""
		for _, hop := range hops {
			via += hop.Text()
		}
		if span.Text() != test.want || via != test.via {
			t.Errorf("%s: at %q via %q", name, span.Text(), via)
		}
	}
}
