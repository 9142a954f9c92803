package dockercli_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// fieldsTests is options, and all that they say of the pod and its container.
var fieldsTests = []struct{ options, want string }{
	{`-p 8080:80`, `
ports: set «-p 8080:80»
  port tcp: 8080:80 «8080:80»
    container: {80 80} «80»
    host: {8080 8080} «8080»
    published: true «-p 8080:80»
`},
	{`-p 127.0.0.1:8080:80/udp`, `
ports: set «-p 127.0.0.1:8080:80/udp»
  port udp: 127.0.0.1:8080:80/udp «127.0.0.1:8080:80/udp»
    container: {80 80} «80»
    host: {8080 8080} «8080»
    address: 127.0.0.1 «127.0.0.1»
    published: true «-p 127.0.0.1:8080:80/udp»
`},
	{`-p [::1]:8000-8010:9000-9010`, `
ports: set «-p [::1]:8000-8010:9000-9010»
  port tcp: [::1]:8000-8010:9000-9010 «[::1]:8000-8010:9000-9010»
    container: {9000 9010} «9000-9010»
    host: {8000 8010} «8000-8010»
    address: ::1 «[::1]»
    published: true «-p [::1]:8000-8010:9000-9010»
`},
	{`-p ::1:80:80`, `
ports: set «-p ::1:80:80»
  port tcp: ::1:80:80 «::1:80:80»
    container: {80 80} «80»
    host: {80 80} «80»
    address: ::1 «::1»
    published: true «-p ::1:80:80»
`},
	{`-p 127.0.0.1::5432`, `
ports: set «-p 127.0.0.1::5432»
  port tcp: 127.0.0.1::5432 «127.0.0.1::5432»
    container: {5432 5432} «5432»
    address: 127.0.0.1 «127.0.0.1»
    published: true «-p 127.0.0.1::5432»
`},
	{`-p 80`, `
ports: set «-p 80»
  port tcp: 80 «80»
    container: {80 80} «80»
    published: true «-p 80»
`},
	{`-p $PORT:5432`, `
ports: set «-p $PORT:5432»
  port tcp: unknown «$PORT:5432»
    container: {5432 5432} «5432»
    host: unknown «$PORT»
    address: unknown «»
    published: true «-p $PORT:5432»
`},
	{`-p 127.0.0.1:${PORT:-5432}:5432`, `
ports: set «-p 127.0.0.1:${PORT:-5432}:5432»
  port tcp: unknown «127.0.0.1:${PORT:-5432}:5432»
    container: {5432 5432} «5432»
    host: unknown «${PORT:-5432}»
    address: 127.0.0.1 «127.0.0.1»
    published: true «-p 127.0.0.1:${PORT:-5432}:5432»
`},
	{`-p $PORTS`, `
ports: set «-p $PORTS»
  port : unknown «$PORTS»
    container: unknown «$PORTS»
    host: unknown «»
    address: unknown «»
    published: true «-p $PORTS»
`},
	{`-p 8080:$PORT/tcp`, `
ports: set «-p 8080:$PORT/tcp»
  port : unknown «8080:$PORT/tcp»
    container: unknown «$PORT»
    host: {8080 8080} «8080»
    published: true «-p 8080:$PORT/tcp»
`},
	{`-p 99999:http`, `
ports: set «-p 99999:http»
  port tcp: 99999:http «99999:http»
    container: invalid «http»
    host: invalid «99999»
    published: true «-p 99999:http»
`},
	{`-P --expose 5432`, `
ports: set «-P --expose 5432»
  port : true «-P»
    container: unknown «-P»
    published: true «-P»
  port tcp: 5432 «5432»
    container: {5432 5432} «5432»
    published: false «5432»
`},
	{`-v /var/lib/data:/data:ro,rshared -v cache:/cache -v /anonymous`, `
path: /var/lib/data «/var/lib/data»
  readOnly: true «ro»
mounts: set «-v /var/lib/data:/data:ro,rshared -v cache:/cache -v /anonymous»
  bind: /var/lib/data «/var/lib/data»
    target: /data «/data»
    readOnly: true «ro»
    propagation: rshared «rshared»
  volume: cache «cache»
    target: /cache «/cache»
    target: /anonymous «/anonymous»
`},
	{`-v C:\\data:C:\\inner:rw`, `
path: C:\data «C:\\data»
  readOnly: false «rw»
mounts: set «-v C:\\data:C:\\inner:rw»
  bind: C:\data «C:\\data»
    target: C:\inner «C:\\inner»
    readOnly: false «rw»
`},
	{`-v $A:/a:z -v b-$B:/b`, `
path: unknown «$A»
mounts: set «-v $A:/a:z -v b-$B:/b»
  other: unknown «$A»
    target: /a «/a»
  volume: unknown «b-$B»
    target: /b «/b»
`},
	{`-v $VOLUMES`, `
path: unknown «$VOLUMES»
  readOnly: unknown «»
mounts: set «-v $VOLUMES»
  other: unknown «$VOLUMES»
    target: unknown «$VOLUMES»
    readOnly: unknown «»
    propagation: unknown «»
`},
	{`--mount type=bind,src=/srv,dst=/data,readonly,bind-propagation=rshared --mount type=tmpfs,target=/tmp`, `
path: /srv «/srv»
  readOnly: true «readonly»
mounts: set «--mount type=bind,src=/srv,dst=/data,readonly,bind-propagation=rshared --mount type=tmpfs,target=/tmp»
  bind: /srv «/srv»
    target: /data «/data»
    readOnly: true «readonly»
    propagation: rshared «rshared»
    target: /tmp «/tmp»
`},
	{`--mount type=image,source=tools,target=/tools --mount $MOUNT`, `
path: unknown «$MOUNT»
  readOnly: unknown «»
mounts: set «--mount type=image,source=tools,target=/tools --mount $MOUNT»
  other: tools «tools»
    target: /tools «/tools»
  other: unknown «$MOUNT»
    target: unknown «»
    readOnly: unknown «»
    propagation: unknown «»
`},
	{`--tmpfs /run:rw,size=64m --volumes-from web`, `
mounts: unknown «--tmpfs /run:rw,size=64m»
    target: /run «/run»
    readOnly: false «rw»
`},
	{`--use-api-socket`, `
path: /var/run/docker.sock «--use-api-socket»
mounts: set «--use-api-socket»
  bind: /var/run/docker.sock «--use-api-socket»
    target: /var/run/docker.sock «--use-api-socket»
`},
	{`--device /dev/sda:/dev/xvda:r --device /dev/fuse --device nvidia.com/gpu=all --device $DEV:rw --gpus none`, `
devices: set «--device /dev/sda:/dev/xvda:r --device /dev/fuse --device nvidia.com/gpu=all --device $DEV:rw»
  device r: /dev/sda «/dev/sda»
  device : /dev/fuse «/dev/fuse»
  device : nvidia.com/gpu=all «nvidia.com/gpu=all»
  device rw: unknown «$DEV»
`},
	{`--ulimit nofile=1024:2048 --ulimit core=-1`, `
ulimits: set «--ulimit nofile=1024:2048 --ulimit core=-1»
  name: nofile «nofile»
  soft: 1024 «1024»
  hard: 2048 «2048»
  name: core «core»
  soft: -1 «-1»
  hard: -1 «-1»
`},
	{`-m 512m --memory-reservation=256m --cpus 1.5 --cpu-shares 512 --pids-limit=100`, `
memory limit: 512m «512m»
cpu limit: 1.5 «1.5»
memory request: 256m «256m»
cpu request: 512 «512»
pids limit: 100 «100»
`},
	{`--cpu-quota=50000`, `
cpu limit: 50000 «50000»
`},
	{`--device-cgroup-rule 'c 188:* rw' --device-cgroup-rule="b $MAJOR:* m"`, `
device rules: set «--device-cgroup-rule 'c 188:* rw' --device-cgroup-rule="b $MAJOR:* m"»
  -: c 188:* rw «c 188:* rw»
  -: unknown «b $MAJOR:* m»
`},
	{`--log-driver none`, `
log driver: none «none»
attached
`},
	{`-dit --log-driver=${DRIVER:-none}`, `
log driver: unknown «${DRIVER:-none}»
`},
	{`--log-driver journald --log-driver=none --detach`, `
log driver: none «none»
`},
	{`--detach=false --log-driver none`, `
log driver: none «none»
attached
`},
	{`--restart=on-failure:5`, `
restart: on-failure:5 «on-failure:5»
`},
	{`--security-opt no-new-privileges`, `
privilege escalation: false «no-new-privileges»
`},
	{`--security-opt no-new-privileges:true`, `
privilege escalation: false «no-new-privileges:true»
`},
	{`--security-opt=no-new-privileges=false`, `
privilege escalation: true «no-new-privileges=false»
`},
	{`--security-opt seccomp=unconfined --security-opt apparmor:unconfined --security-opt systempaths=unconfined`, `
seccomp: Unconfined «seccomp=unconfined»
apparmor: Unconfined «apparmor:unconfined»
procMount: Unmasked «systempaths=unconfined»
`},
	{`--security-opt seccomp=profile.json --security-opt apparmor=docker-default --security-opt label=type:web_t --security-opt label:disable`, `
seccomp: Localhost «seccomp=profile.json»
apparmor: RuntimeDefault «apparmor=docker-default»
selinux type: web_t «label=type:web_t»
selinux disabled: true «label:disable»
`},
	{`--security-opt seccomp=$PROFILE`, `
seccomp: unknown «seccomp=$PROFILE»
`},
	{`--security-opt $OPTION`, `
seccomp: unknown «»
apparmor: unknown «»
selinux type: unknown «»
selinux user: unknown «»
selinux role: unknown «»
selinux disabled: unknown «»
privilege escalation: unknown «»
procMount: unknown «»
`},
	{`podman run --security-opt unmask=ALL --security-opt label=user:staff_u --security-opt label=role:staff_r`, `
selinux user: staff_u «label=user:staff_u»
selinux role: staff_r «label=role:staff_r»
procMount: Unmasked «unmask=ALL»
`},
	{`--userns host --pid=host --ipc=host --uts=host --cgroupns host --cgroup-parent /system.slice`, `
hostPID: true «--pid=host»
hostIPC: true «--ipc=host»
hostUTS: true «--uts=host»
hostCgroup: true «--cgroupns host»
hostUsers: true «--userns host»
cgroup parent: /system.slice «/system.slice»
`},
	{`--network name=back,alias=web`, `
hostNetwork: false «--network name=back,alias=web»
network: back «back»
`},
	{`--network host`, `
hostNetwork: true «--network host»
network: host «host»
`},
	{`--network container:db --net back`, `
hostNetwork: false «--network container:db»
network: container:db «container:db»
`},
	{`podman run --network slirp4netns:port_handler=slirp4netns`, `
hostNetwork: false «--network slirp4netns:port_handler=slirp4netns»
network: slirp4netns «slirp4netns»
`},
	{`podman run --pod shop`, `
hostPID: unknown «»
hostIPC: unknown «»
hostNetwork: unknown «»
hostUTS: unknown «»
hostUsers: unknown «»
network: unknown «»
ports: unknown «»
`},
	{`--cap-add SYS_ADMIN --cap-drop=ALL`, `
capabilities: set «--cap-add SYS_ADMIN»
  -: SYS_ADMIN «SYS_ADMIN»
dropped capabilities: set «--cap-drop=ALL»
  -: ALL «ALL»
`},
	{`podman run --cap-drop ALL,KILL`, `
dropped capabilities: set «--cap-drop ALL,KILL»
  -: ALL «ALL»
  -: KILL «KILL»
`},
	{`--read-only --read-only=false`, `
read-only root: false «--read-only=false»
`},
	{`--read-only`, `
read-only root: true «--read-only»
`},
	{`--sysctl net.core.somaxconn=1024 --sysctl kernel.shm_rmid_forced=$FORCED`, `
sysctls: set «--sysctl net.core.somaxconn=1024 --sysctl kernel.shm_rmid_forced=$FORCED»
  name: net.core.somaxconn «net.core.somaxconn»
  value: 1024 «1024»
  name: kernel.shm_rmid_forced «kernel.shm_rmid_forced»
  value: unknown «$FORCED»
`},
	{`--entrypoint sh --entrypoint bash`, `
entrypoint starts: bash «bash»
`},
	{`--entrypoint sh --entrypoint ''`, ""},
	{`--health-cmd 'curl -f localhost'`, `
healthcheck: true «--health-cmd 'curl -f localhost'»
health check starts: /bin/sh «curl -f localhost»
`},
	{`--health-cmd=none`, `
healthcheck: false «--health-cmd=none»
`},
	{`--no-healthcheck`, `
healthcheck: false «--no-healthcheck»
`},
	{`--pull=always`, `
pull policy: always «always»
`},
	{`--user 1000:1000`, `
user: 1000:1000 «1000:1000»
`},
	{`--platform windows/amd64`, `
os: windows «windows/amd64»
`},
	{`$OPTS --rm`, `
hostPID: unknown «»
hostIPC: unknown «»
hostNetwork: unknown «»
hostUTS: unknown «»
hostCgroup: unknown «»
hostUsers: unknown «»
network: unknown «»
cgroup parent: unknown «»
os: unknown «»
user: unknown «»
runAsNonRoot: unknown «»
seccomp: unknown «»
apparmor: unknown «»
selinux type: unknown «»
selinux user: unknown «»
selinux role: unknown «»
selinux disabled: unknown «»
hostProcess: unknown «»
sysctls: unknown «»
host aliases: unknown «»
pull policy: unknown «»
user: unknown «»
runAsNonRoot: unknown «»
seccomp: unknown «»
apparmor: unknown «»
selinux type: unknown «»
selinux user: unknown «»
selinux role: unknown «»
selinux disabled: unknown «»
hostProcess: unknown «»
privileged: unknown «»
privilege escalation: unknown «»
read-only root: unknown «»
procMount: unknown «»
capabilities: unknown «»
dropped capabilities: unknown «»
devices: unknown «»
device rules: unknown «»
mounts: unknown «»
ports: unknown «»
memory limit: unknown «»
cpu limit: unknown «»
memory request: unknown «»
cpu request: unknown «»
ulimits: unknown «»
restart: unknown «»
log driver: unknown «»
healthcheck: unknown «»
liveness: unknown «»
readiness: unknown «»
startup: unknown «»
`},
}

// TestFields reads the options of one docker run; the lines that any of them has are left out of what is wanted.
func TestFields(t *testing.T) {
	for _, test := range fieldsTests {
		t.Run(test.options, func(t *testing.T) {
			line := "docker run " + test.options + " nginx\n"
			if strings.HasPrefix(test.options, "podman ") {
				line = test.options + " nginx\n"
			}
			u := shell.Parse(lint.NewFile("run.sh", []byte(line)))
			var got []string
			for line := range strings.Lines(parsetest.Describe(u)) {
				if !strings.HasPrefix(line, "pod ") && !strings.HasPrefix(line, "app ") && !strings.HasPrefix(line, "  image: ") {
					got = append(got, strings.TrimPrefix(line, "  "))
				}
			}
			if diff := cmp.Diff(strings.TrimLeft(test.want, "\n"), strings.Join(got, "")); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestPodmanLimitsProcesses proves that podman's own default is not taken for none.
func TestPodmanLimitsProcesses(t *testing.T) {
	for line, want := range map[string]lint.State{"docker run nginx": lint.Unset, "podman run nginx": lint.Unknown} {
		u := shell.Parse(lint.NewFile("run.sh", []byte(line)))
		if got := u.Pods[0].Containers[0].Resources.PIDsLimit.State; got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}
