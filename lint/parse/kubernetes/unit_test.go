package kubernetes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/kubernetes"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// read reads the one document of a manifest.
func read(t testing.TB, text string) *lint.Unit {
	t.Helper()
	f := lint.NewFile("manifest.yaml", []byte(text))
	documents := yamltree.Parse(f)
	if len(documents) != 1 || documents[0].Root == nil {
		t.Fatalf("not one document: %+v", documents)
	}
	return kubernetes.Unit(f, documents[0].Root)
}

func TestUnit(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"everything", `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: "shop"}
spec:
  template:
    spec:
      hostPID: true
      hostIPC: yes
      hostNetwork: on
      hostUsers: False
      volumes:
        - name: sock
          hostPath:
            path: /var/run/docker.sock
        - {name: logs, hostPath: {path: '/var/log'}}
        - name: scratch
          emptyDir: {}
      containers:
        - name: app
          image: registry.example:5000/shop/web:1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          securityContext:
            privileged: true # really
            runAsUser: 0
            runAsGroup: 2000
            capabilities:
              add: ["NET_ADMIN", SYS_TIME]
          env:
            - name: DB_PASSWORD
              value: "hunter2"
            - name: FROM_ELSEWHERE
              valueFrom: {fieldRef: {fieldPath: metadata.name}}
            - {name: EMPTY, value: ""}
            - name: NOTHING
          volumeMounts:
            - {name: logs, mountPath: /logs, readOnly: true}
            - name: sock
              mountPath: /sock
              readOnly: true
        - image: busybox
          volumeMounts: [{name: sock, mountPath: /sock, readOnly: false}]
`, `
object Deployment/web
  apiVersion: apps/v1 «apps/v1»
  kind: Deployment «Deployment»
  name: web «web»
  namespace: shop «"shop"»
pod Deployment/web
  hostPID: true «true»
  hostIPC: true «yes»
  hostNetwork: true «on»
  hostUsers: false «False»
  volume sock: hostPath «hostPath»
  volume logs: hostPath «hostPath»
  volume scratch: emptyDir «emptyDir»
  path: /var/run/docker.sock «/var/run/docker.sock»
    readOnly: false «false»
  path: /var/log «'/var/log'»
    readOnly: true «true»
app Deployment/web container app
  image: {registry.example:5000 shop/web 1.2 sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef} «registry.example:5000/shop/web:1.2@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef»
  user: 0:2000 «0»
  group: 2000 «2000»
  privileged: true «true»
  capabilities: set «["NET_ADMIN", SYS_TIME]»
    -: NET_ADMIN «"NET_ADMIN"»
    -: SYS_TIME «SYS_TIME»
  mounts: set «- {name: logs, mountPath: /logs, readOnly: true} - name: sock mountPath: /sock readOnly: true»
    volume: logs «logs»
      target: /logs «/logs»
      readOnly: true «true»
    volume: sock «sock»
      target: /sock «/sock»
      readOnly: true «true»
app Deployment/web container 2
  image: { busybox  } «busybox»
  mounts: set «[{name: sock, mountPath: /sock, readOnly: false}]»
    volume: sock «sock»
      target: /sock «/sock»
      readOnly: false «false»
env of Deployment/web container app
  DB_PASSWORD: hunter2 «"hunter2"»
env of Deployment/web container app
  EMPTY:  «""»
`},
		{"JSON", `{"apiVersion": "v1", "kind": "Pod", "metadata": {"generateName": "job-"}, "spec": {"hostPID": true, "containers": [
  {"name": "a", "securityContext": {"privileged": true, "runAsUser": 0, "capabilities": {"add": ["ALL"]}}}]}}`, `
object Pod
  apiVersion: v1 «"v1"»
  kind: Pod «"Pod"»
pod Pod/job-
  hostPID: true «true»
app Pod/job- container a
  user: 0 «0»
  privileged: true «true»
  capabilities: set «["ALL"]»
    -: ALL «"ALL"»
`},
		{"kinds of container, and the pod's user", `
apiVersion: v1
kind: Pod
spec:
  initContainers:
  - name: first
  - {name: beside, restartPolicy: Always}
  containers:
  - securityContext: {runAsUser: 1000}
  - name: other
    securityContext: {runAsGroup: 5}
  ephemeralContainers:
  - {name: look, securityContext: {runAsUser: null}}
  securityContext:
    runAsUser: 0x0
    runAsGroup: 010
`, `
object Pod
  apiVersion: v1 «v1»
  kind: Pod «Pod»
pod Pod
  user: 0:8 «0x0»
  group: 8 «010»
init Pod init container first
  user: 0:8 «0x0»
  group: 8 «010»
sidecar Pod init container beside
  user: 0:8 «0x0»
  group: 8 «010»
app Pod container 1
  user: 1000 «1000»
  group: 8 «010»
app Pod container other
  user: 0:8 «0x0»
  group: 5 «5»
ephemeral Pod ephemeral container look
  user: 0:8 «0x0»
  group: 8 «010»
`},
		{"aliases and merge keys", `
apiVersion: v1
kind: Pod
metadata: {name: &name web}
spec:
  containers:
  - &first
    name: *name
    env: &env
    - {name: TOKEN, value: &secret abc}
    securityContext: &sc {privileged: &yes true, capabilities: {add: [&cap NET_RAW]}}
  - <<: *first
    name: second
    securityContext:
      <<: [{runAsUser: 7}, *sc]
      privileged: false
      capabilities: {add: [*cap]}
  - name: third
    env: *env
    securityContext: {privileged: *yes}
`, `
object Pod/web
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: web «web»
pod Pod/web
app Pod/web container web
  privileged: true «true»
  capabilities: set «[&cap NET_RAW]»
    -: NET_RAW «NET_RAW»
app Pod/web container second
  user: 7 «7» via «<<»
  privileged: false «false»
  capabilities: set «[*cap]»
    -: NET_RAW «NET_RAW» via «*cap»
app Pod/web container third
  privileged: true «true» via «*yes»
env of Pod/web container web
  TOKEN: abc «abc»
env of Pod/web container second
  TOKEN: abc «abc» via «*first»
env of Pod/web container third
  TOKEN: abc «abc» via «*env»
`},
		{"wrong types", `
apiVersion: v1
kind: Pod
metadata: [web]
spec:
  hostPID: "true"
  hostIPC: 1
  hostNetwork: [true]
  hostUsers: ~
  securityContext: {runAsUser: "0", runAsGroup: x}
  containers:
  - name: 5
    image: 1.2
    securityContext:
      privileged: "yes"
      runAsUser: -1
      capabilities: {add: NET_ADMIN}
    env: [{name: A, value: 5}, {name: B, value: [x]}, [x], x, ~]
  - name: b
    image: [nginx]
    securityContext: {privileged: 1, runAsUser: 1.5, capabilities: {add: [5, ~, {a: b}]}}
    env: {A: b}
  - name: c
    image: ""
    securityContext: privileged
  - name: d
    securityContext: {capabilities: [SYS_ADMIN]}
  - x
  - ~
  - [a, b]
  volumes: {hostPath: {path: /x}}
`, `
problem: a container must be a mapping «x»
problem: a container must be a mapping «[a, b]»
invalid: Pod: metadata is a list where a mapping belongs «metadata»
invalid: Pod: hostPID is text where true or false belongs «"true"» → true
invalid: Pod: hostIPC is a number where true or false belongs «1»
invalid: Pod: hostNetwork is a list where true or false belongs «hostNetwork»
invalid: Pod: runAsUser is text where a whole number belongs «"0"» → 0
invalid: Pod: runAsGroup is text where a whole number belongs «x»
invalid: Pod: volumes is a mapping where a list belongs «volumes»
invalid: Pod container 5: name is a number where text belongs «5» → "5"
invalid: Pod container 5: image is a number where text belongs «1.2» → "1.2"
invalid: Pod container 5: privileged is text where true or false belongs «"yes"»
invalid: Pod container 5: value is a number where text belongs «5» → "5"
invalid: Pod container 5: value is a list where text belongs «value»
invalid: Pod container 5: an item of env is a list where a mapping belongs «[x]»
invalid: Pod container 5: an item of env is text where a mapping belongs «x»
invalid: Pod container b: image is a list where text belongs «image»
invalid: Pod container b: privileged is a number where true or false belongs «1»
invalid: Pod container b: runAsUser is a number where a whole number belongs «1.5»
invalid: Pod container b: an item of add is a number where text belongs «5» → "5"
invalid: Pod container b: an item of add is a mapping where text belongs «{a: b}»
invalid: Pod container b: env is a mapping where a list belongs «env»
invalid: Pod container c: securityContext is text where a mapping belongs «privileged»
invalid: Pod container d: capabilities is a list where a mapping belongs «capabilities»
object Pod
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: unknown «»
  namespace: unknown «»
pod Pod
  hostPID: invalid «"true"»
  hostIPC: invalid «1»
  hostNetwork: invalid «[true]»
  user: invalid «"0"»
  group: invalid «x»
app Pod container 5
  image: invalid «1.2»
  user: invalid «-1»
  group: invalid «x»
  privileged: invalid «"yes"»
  capabilities: invalid «NET_ADMIN»
app Pod container b
  image: invalid «[nginx]»
  user: invalid «1.5»
  group: invalid «x»
  privileged: invalid «1»
  capabilities: set «[5, ~, {a: b}]»
    -: invalid «5»
    -: invalid «{a: b}»
app Pod container c
  user: unknown «»
  group: unknown «»
  runAsNonRoot: unknown «»
  seccomp: unknown «»
  apparmor: unknown «»
  selinux type: unknown «»
  selinux user: unknown «»
  selinux role: unknown «»
  hostProcess: unknown «»
  privileged: unknown «»
  privilege escalation: unknown «»
  read-only root: unknown «»
  procMount: unknown «»
  capabilities: unknown «»
  dropped capabilities: unknown «»
app Pod container d
  user: invalid «"0"»
  group: invalid «x»
  capabilities: unknown «»
  dropped capabilities: unknown «»
env of Pod container 5
  A: invalid «5»
env of Pod container 5
  B: invalid «[x]»
`},
		{"templates and placeholders", `
apiVersion: v1
kind: Pod
metadata: {name: "${NAME}"}
spec:
  hostPID: ${HOST_PID}
  hostIPC: "{{ .ipc }}"
  hostNetwork: {{ .network }}
  hostUsers: <bool>
  containers:
  - {name: a, image: "nginx:$(TAG)", securityContext: {privileged: $PRIV, runAsUser: "${U}", capabilities: {add: ["${CAP}"]}}}
  - {name: b, image: <image>, securityContext: "${SECURITY}"}
  - {name: c, image: IMAGE_NAME, env: [{name: A, value: "x$(B)"}, {name: B, value: $dollar}]}
  - {name: d, image: "nginx:"}
  - {name: e, image: 'my image', securityContext: {capabilities: {add: "${CAPS}"}}}
`, `
object Pod/${NAME}
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: unknown «"${NAME}"»
pod Pod/${NAME}
  hostPID: unknown «${HOST_PID}»
  hostIPC: unknown «"{{ .ipc }}"»
  hostNetwork: unknown «{{ .network }}»
  hostUsers: unknown «<bool>»
app Pod/${NAME} container a
  image: unknown «"nginx:$(TAG)"»
  user: unknown «"${U}"»
  privileged: unknown «$PRIV»
  capabilities: set «["${CAP}"]»
    -: unknown «"${CAP}"»
app Pod/${NAME} container b
  image: unknown «<image>»
  user: unknown «»
  group: unknown «»
  runAsNonRoot: unknown «»
  seccomp: unknown «»
  apparmor: unknown «»
  selinux type: unknown «»
  selinux user: unknown «»
  selinux role: unknown «»
  hostProcess: unknown «»
  privileged: unknown «»
  privilege escalation: unknown «»
  read-only root: unknown «»
  procMount: unknown «»
  capabilities: unknown «»
  dropped capabilities: unknown «»
app Pod/${NAME} container c
  image: unknown «IMAGE_NAME»
app Pod/${NAME} container d
  image: unknown «"nginx:"»
app Pod/${NAME} container e
  image: unknown «'my image'»
  capabilities: unknown «"${CAPS}"»
env of Pod/${NAME} container c
  A: unknown «"x$(B)"»
env of Pod/${NAME} container c
  B: $dollar «$dollar»
`},
		{"a list, with a list in it", `
apiVersion: v1
kind: List
items:
- &pod {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: x}]}}
- {apiVersion: v1, kind: Service, metadata: {name: s}}
- apiVersion: v1
  kind: PodList
  items:
  - {metadata: {name: b}, spec: {hostPID: true, containers: [{name: y}]}}
- *pod
- nothing
- ~
`, `
invalid: Pod/b container y: name is true or false where text belongs «y» → "y"
object Pod/a
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: a «a»
object Service/s
  apiVersion: v1 «v1»
  kind: Service «Service»
  name: s «s»
object Pod/b
  kind: Pod «PodList»
  name: b «b»
pod Pod/a
app Pod/a container x
pod Pod/b
  hostPID: true «true»
app Pod/b container y
`},
		{"mounts", `
apiVersion: v1
kind: Pod
spec:
  volumes:
  - {name: both, hostPath: {path: /both}}
  - {name: default, hostPath: {path: /default, type: Directory}}
  - {name: perhaps, hostPath: {path: /perhaps}}
  - {name: unused, hostPath: {path: 5}}
  - {name: odd, hostPath: /odd}
  - {name: files, image: {reference: "registry.example.com/files:1", pullPolicy: Always}}
  containers:
  - volumeMounts:
    - {name: both, mountPath: /a, readOnly: true}
    - {name: default, mountPath: /b, readOnly: true}
    - {name: perhaps, mountPath: /c, readOnly: true}
  initContainers:
  - volumeMounts:
    - {name: both, mountPath: /a, readOnly: yes}
    - {name: default, mountPath: /b}
    - {name: perhaps, mountPath: /c, readOnly: "${RO}"}
`, `
invalid: Pod: path is a number where text belongs «5» → "5"
invalid: Pod: hostPath is text where a mapping belongs «/odd»
object Pod
  apiVersion: v1 «v1»
  kind: Pod «Pod»
pod Pod
  volume both: hostPath «hostPath»
  volume default: hostPath «hostPath»
  volume perhaps: hostPath «hostPath»
  volume unused: hostPath «hostPath»
  volume odd: hostPath «hostPath»
  volume files: image «image»
  path: /both «/both»
    readOnly: true «true»
  path: /default «/default»
  path: /perhaps «/perhaps»
    readOnly: unknown «"${RO}"»
  path: invalid «5»
    readOnly: unknown «»
  path: unknown «»
    readOnly: unknown «»
app Pod container 1
  mounts: set «- {name: both, mountPath: /a, readOnly: true} - {name: default, mountPath: /b, readOnly: true} - {name: perhaps, mountPath: /c, readOnly: true}»
    volume: both «both»
      target: /a «/a»
      readOnly: true «true»
    volume: default «default»
      target: /b «/b»
      readOnly: true «true»
    volume: perhaps «perhaps»
      target: /c «/c»
      readOnly: true «true»
init Pod init container 1
  mounts: set «- {name: both, mountPath: /a, readOnly: yes} - {name: default, mountPath: /b} - {name: perhaps, mountPath: /c, readOnly: "${RO}"}»
    volume: both «both»
      target: /a «/a»
      readOnly: true «yes»
    volume: default «default»
      target: /b «/b»
    volume: perhaps «perhaps»
      target: /c «/c»
      readOnly: unknown «"${RO}"»
image of Pod
  copied of: {registry.example.com files 1 } «"registry.example.com/files:1"»
`},
		{"security contexts", `
apiVersion: v1
kind: Pod
metadata:
  annotations:
    container.apparmor.security.beta.kubernetes.io/annotated: unconfined
    container.apparmor.security.beta.kubernetes.io/own: runtime/default
    container.apparmor.security.beta.kubernetes.io/local: localhost/app
    container.apparmor.security.beta.kubernetes.io/empty: ""
    seccomp.security.alpha.kubernetes.io/pod: docker/default
    container.seccomp.security.alpha.kubernetes.io/annotated: unconfined
    example.com/note: {}
spec:
  os: {name: linux}
  securityContext:
    runAsNonRoot: true
    runAsGroup: 8
    supplementalGroups: [0, 10001]
    fsGroup: 2000
    appArmorProfile: {type: RuntimeDefault}
    seLinuxOptions: {type: spc_t, user: system_u}
    windowsOptions: {hostProcess: true}
    sysctls:
    - {name: kernel.msgmax, value: "65536"}
    - name: net.core.somaxconn
      value: 1024
  containers:
  - name: annotated
  - name: own
    securityContext:
      runAsNonRoot: false
      allowPrivilegeEscalation: false
      readOnlyRootFilesystem: true
      procMount: Unmasked
      capabilities: {drop: [ALL, net_raw]}
      seccompProfile: {type: Localhost, localhostProfile: app.json}
      appArmorProfile: {type: Unconfined}
      seLinuxOptions: {role: sysadm_r}
      windowsOptions: {gmsaCredentialSpecName: x}
  - name: local
    securityContext:
      seccompProfile: {}
      seLinuxOptions: {}
      windowsOptions: {hostProcess: false}
  - name: empty
    securityContext:
      seccompProfile: {type: Lockdown}
`, `
invalid: Pod: example.com/note is a mapping where text belongs «example.com/note»
invalid: Pod: value is a number where text belongs «1024» → "1024"
object Pod
  apiVersion: v1 «v1»
  kind: Pod «Pod»
pod Pod
  os: linux «linux»
  group: 8 «8»
  runAsNonRoot: true «true»
  seccomp annotation: RuntimeDefault «docker/default»
  apparmor: RuntimeDefault «RuntimeDefault»
  selinux type: spc_t «spc_t»
  selinux user: system_u «system_u»
  hostProcess: true «true»
  supplementary group: 0 «0»
  supplementary group: 10001 «10001»
  supplementary group: 2000 «2000»
  apparmor annotation: Unconfined «unconfined»
  apparmor annotation: RuntimeDefault «runtime/default»
  apparmor annotation: Localhost «localhost/app»
  sysctls: set «- {name: kernel.msgmax, value: "65536"} - name: net.core.somaxconn value: 1024»
    name: kernel.msgmax «kernel.msgmax»
    value: 65536 «"65536"»
    name: net.core.somaxconn «net.core.somaxconn»
    value: invalid «1024»
app Pod container annotated
  group: 8 «8»
  runAsNonRoot: true «true»
  seccomp annotation: Unconfined «unconfined»
  apparmor: Unconfined «unconfined»
  selinux type: spc_t «spc_t»
  selinux user: system_u «system_u»
  hostProcess: true «true»
app Pod container own
  group: 8 «8»
  runAsNonRoot: false «false»
  seccomp: Localhost «Localhost»
  seccomp annotation: RuntimeDefault «docker/default»
  apparmor: Unconfined «Unconfined»
  selinux role: sysadm_r «sysadm_r»
  hostProcess: true «true»
  privilege escalation: false «false»
  read-only root: true «true»
  procMount: Unmasked «Unmasked»
  dropped capabilities: set «[ALL, net_raw]»
    -: ALL «ALL»
    -: net_raw «net_raw»
app Pod container local
  group: 8 «8»
  runAsNonRoot: true «true»
  seccomp:  «seccompProfile»
  seccomp annotation: RuntimeDefault «docker/default»
  apparmor: Localhost «localhost/app»
  hostProcess: false «false»
app Pod container empty
  group: 8 «8»
  runAsNonRoot: true «true»
  seccomp: Lockdown «Lockdown»
  seccomp annotation: RuntimeDefault «docker/default»
  apparmor: RuntimeDefault «RuntimeDefault»
  selinux type: spc_t «spc_t»
  selinux user: system_u «system_u»
  hostProcess: true «true»
`},
		{"resources, ports, probes", `
apiVersion: apps/v1
kind: DaemonSet
spec:
  template:
    spec:
      resources: {limits: {memory: 2Gi}, requests: {cpu: 1}}
      hostAliases:
      - ip: 10.0.0.1
        hostnames: [db, "db.example"]
      - {ip: 10.0.0.2}
      containers:
      - name: a
        imagePullPolicy: Always
        resources:
          limits: {cpu: 0.5, memory: 64Mi}
          requests: {memory: "{{ .mem }}"}
        ports:
        - containerPort: 8080
        - {name: dns, containerPort: 53, hostPort: 53, hostIP: 127.0.0.1, protocol: UDP}
        - {containerPort: 1, hostPort: 0, protocol: "${P}"}
        - {containerPort: 99999, hostPort: "80"}
        - hostPort: 0x50
        livenessProbe: {httpGet: {host: example.com, port: 80}}
        readinessProbe:
          tcpSocket: {host: 10.0.0.1, port: 80}
        startupProbe: {exec: {command: [x]}}
        lifecycle:
          postStart: {httpGet: {host: ""}}
          preStop: {tcpSocket: {host: "${HOST}"}}
        volumeMounts:
        - {name: v, mountPath: /v, mountPropagation: Bidirectional}
      - name: b
        resources: {limits: ~}
        readinessProbe: {{ .probe }}
        livenessProbe: true
        startupProbe: ~
        ports: {containerPort: 1}
        volumeMounts: "${MOUNTS}"
      volumes:
      - {name: v, emptyDir: }
      - {name: w, hostPath: ~, configMap: {name: x}}
      - {name: x, emptyDir: {}, hostPath: {path: /x}}
      - {{ .volume }}
      - ~
`, `
invalid: DaemonSet container a: hostPort is text where a whole number belongs «"80"» → 80
invalid: DaemonSet container b: livenessProbe is true or false where a mapping belongs «true»
invalid: DaemonSet container b: ports is a mapping where a list belongs «ports»
object DaemonSet
  apiVersion: apps/v1 «apps/v1»
  kind: DaemonSet «DaemonSet»
pod DaemonSet
  host aliases: set «- ip: 10.0.0.1 hostnames: [db, "db.example"] - {ip: 10.0.0.2}»
    -: db «db»
    -: db.example «"db.example"»
  volume w: configMap «configMap»
  volume x: hostPath «hostPath»
  volume : unknown «»
  path: /x «/x»
    readOnly: unknown «»
app DaemonSet container a
  pull policy: Always «Always»
  mounts: set «- {name: v, mountPath: /v, mountPropagation: Bidirectional}»
    volume: v «v»
      target: /v «/v»
      propagation: Bidirectional «Bidirectional»
  ports: set «- containerPort: 8080 - {name: dns, containerPort: 53, hostPort: 53, hostIP: 127.0.0.1, protocol: UDP} - {containerPort: 1, hostPort: 0, protocol: "${P}"} - {containerPort: 99999, hostPort: "80"} - hostPort: 0x50»
    port tcp: 8080 «containerPort: 8080»
      container: {8080 8080} «8080»
    port udp: 53 «containerPort: 53»
      container: {53 53} «53»
      host: {53 53} «53»
      address: 127.0.0.1 «127.0.0.1»
      published: true «53»
    port : 1 «containerPort: 1»
      container: {1 1} «1»
      published: false «0»
    port tcp: 99999 «containerPort: 99999»
      container: invalid «99999»
      host: invalid «"80"»
      published: invalid «"80"»
    port tcp:  «hostPort»
      host: {80 80} «0x50»
      published: true «0x50»
  memory limit: 64Mi «64Mi»
  cpu limit: 0.5 «0.5»
  memory request: unknown «"{{ .mem }}"»
  cpu request: 0.5 «0.5»
  liveness: true «livenessProbe»
  readiness: true «readinessProbe»
  startup: true «startupProbe»
  startupProbe starts: x «x»
  handler host: example.com «example.com»
  handler host: 10.0.0.1 «10.0.0.1»
  handler host:  «""»
  handler host: unknown «"${HOST}"»
app DaemonSet container b
  mounts: unknown «"${MOUNTS}"»
  ports: invalid «{containerPort: 1}»
  memory limit: 2Gi «2Gi»
  memory request: 2Gi «2Gi»
  cpu request: 1 «1»
  liveness: invalid «livenessProbe»
  readiness: unknown «readinessProbe»
`},
		{"a patch", `
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template:
    spec:
      containers:
      - $patch: delete
        name: sidecar
`, `
part
object Deployment/web
  apiVersion: apps/v1 «apps/v1»
  kind: Deployment «Deployment»
  name: web «web»
pod Deployment/web
app Deployment/web container sidecar
`},
		{"the nodes that pods ask for", `
apiVersion: v1
kind: List
items:
- {apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {nodeSelector: {kubernetes.io/os: windows, disk: ssd}}}
- {apiVersion: v1, kind: Pod, metadata: {name: b}, spec: {nodeSelector: {beta.kubernetes.io/os: "${OS}"}}}
- apiVersion: v1
  kind: Pod
  metadata: {name: c}
  spec:
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms:
          - matchExpressions:
            - {key: disk, operator: Exists}
            - {key: kubernetes.io/os, operator: In, values: [windows]}
          - matchExpressions: [{key: beta.kubernetes.io/os, operator: In, values: [windows]}]
- apiVersion: v1
  kind: Pod
  metadata: {name: one of two terms is of no system}
  spec:
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms:
          - matchExpressions: [{key: kubernetes.io/os, operator: In, values: [windows]}]
          - matchExpressions: [{key: disk, operator: Exists}]
- apiVersion: v1
  kind: Pod
  metadata: {name: not linux}
  spec:
    affinity:
      nodeAffinity:
        requiredDuringSchedulingIgnoredDuringExecution:
          nodeSelectorTerms:
          - matchExpressions: [{key: kubernetes.io/os, operator: NotIn, values: [linux]}]
`, `
object Pod/a
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: a «a»
object Pod/b
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: b «b»
object Pod/c
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: c «c»
object Pod/one of two terms is of no system
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: one of two terms is of no system «one of two terms is of no system»
object Pod/not linux
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: not linux «not linux»
pod Pod/a
  os of nodes: windows «windows»
pod Pod/b
  os of nodes: unknown «"${OS}"»
pod Pod/c
  os of nodes: windows «windows»
pod Pod/one of two terms is of no system
pod Pod/not linux
`},
		{"a custom resource of a workload's name", `
apiVersion: batch.example.com/v1
kind: Job
spec: [1]
`, `
object Job
  apiVersion: batch.example.com/v1 «batch.example.com/v1»
  kind: Job «Job»
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimLeft(test.want, "\n"), parsetest.Describe(read(t, test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// Every kind that runs pods, by where it has them.
func TestPodPaths(t *testing.T) {
	const pod = `{"hostPID": true, "containers": [{"name": "x"}]}`
	for kind, body := range map[string]string{
		"Pod":                   `"spec": ` + pod,
		"PodTemplate":           `"template": {"spec": ` + pod + `}`,
		"Deployment":            `"spec": {"template": {"spec": ` + pod + `}}`,
		"DaemonSet":             `"spec": {"template": {"spec": ` + pod + `}}`,
		"StatefulSet":           `"spec": {"template": {"spec": ` + pod + `}}`,
		"ReplicaSet":            `"spec": {"template": {"spec": ` + pod + `}}`,
		"ReplicationController": `"spec": {"template": {"spec": ` + pod + `}}`,
		"Job":                   `"spec": {"template": {"spec": ` + pod + `}}`,
		"CronJob":               `"spec": {"jobTemplate": {"spec": {"template": {"spec": ` + pod + `}}}}`,
	} {
		u := read(t, `{"apiVersion": "v1", "kind": "`+kind+`", `+body+`}`)
		if len(u.Pods) != 1 || !u.Pods[0].HostPID.Is(true) || len(u.Containers()) != 1 || u.Containers()[0].String() != kind+" container x" {
			t.Errorf("%s: %s", kind, parsetest.Describe(u))
		}
	}
	if u := read(t, `{"apiVersion": "v1", "kind": "ConfigMap", "spec": `+pod+`}`); len(u.Pods) != 0 {
		t.Errorf("ConfigMap: %s", parsetest.Describe(u))
	}
}

// Absence is reported at the head of the deepest thing on the value's path that exists.
func TestHeads(t *testing.T) {
	const head = "apiVersion: v1\nkind: Pod\nspec:\n"
	for _, test := range []struct{ name, text, privileged, user, capabilities, hostPID string }{
		{"nothing", "  containers:\n  - name: app\n    image: x\n",
			"name: app", "name: app", "name: app", "spec"},
		{"no name", "  containers:\n  - image: x\n",
			"image", "image", "image", "spec"},
		{"a security context", "  containers:\n  - name: app\n    securityContext:\n      readOnlyRootFilesystem: true\n",
			"securityContext", "securityContext", "securityContext", "spec"},
		{"an empty one", "  containers:\n  - name: app\n    securityContext:\n",
			"securityContext", "securityContext", "securityContext", "spec"},
		{"null values", "  hostPID:\n  containers:\n  - name: app\n    securityContext:\n      privileged:\n      runAsUser: ~\n      capabilities: {drop: [ALL]}\n",
			"privileged", "runAsUser", "capabilities", "hostPID"},
		{"flow", "  {containers: [{name: app, securityContext: {}}]}\n",
			"securityContext", "securityContext", "securityContext", "spec"},
		{"the pod's says nothing of users", "  securityContext: {fsGroup: 1}\n  containers:\n  - name: app\n",
			"name: app", "name: app", "name: app", "spec"},
	} {
		u := read(t, head+test.text)
		c := u.Containers()[0]
		for _, value := range []struct {
			name  string
			value lint.Absence
			want  string
		}{
			{"privileged", c.Privileged, test.privileged}, {"user", c.User, test.user},
			{"capabilities", c.AddCapabilities, test.capabilities}, {"hostPID", u.Pods[0].HostPID, test.hostPID},
		} {
			span, _ := value.value.Where()
			if !value.value.Absent() || span.Text() != value.want {
				t.Errorf("%s: %s is absent (%v) at %q, want %q", test.name, value.name, value.value.Absent(), span.Text(), value.want)
			}
		}
	}
}

func TestEntries(t *testing.T) {
	u := read(t, `
apiVersion: v1
kind: Pod
spec:
  hostPID: yes # why
  securityContext: {"runAsUser" : 0, runAsGroup: 0}
  containers:
  - name: app
    image:   nginx
    env:
    - name: TOKEN
      value: |-
        abc
        def
`)
	c := u.Containers()[0]
	for _, test := range []struct{ got, want string }{
		{u.Pods[0].HostPID.Entry.Text(), "hostPID: yes"},
		{c.User.Entry.Text(), `"runAsUser" : 0`},
		{c.Image.Entry.Text(), "image:   nginx"},
		{u.Assignments[0].Value.Entry.Text(), "value: |-\n        abc\n        def"},
		{u.Assignments[0].Value.V, "abc\ndef"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

// Mappings and lists in the wrong places are problems where kubectl would refuse them, and nothing else is.
func TestProblems(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"spec: web", "problem: spec must be a mapping «spec»"},
		{"spec: [1]", "problem: spec must be a mapping «spec»"},
		{"spec: {template: {spec: x}}", "problem: spec must be a mapping «spec»"},
		{"spec: {template: [x]}", "problem: template must be a mapping «template»"},
		{"spec: {template: {spec: {containers: {name: x}}}}", "problem: containers must be a list «containers»"},
		{"spec: {template: {spec: {initContainers: x}}}", "problem: initContainers must be a list «initContainers»"},
		{"spec: {template: {spec: {containers: [x]}}}", "problem: a container must be a mapping «x»"},
		{"spec: ~", ""},
		{"spec: {}", ""},
		{"spec: {template: }", ""},
		{"spec: {template: {spec: {containers: ~, initContainers: null}}}", ""},
		{"spec: {template: {spec: {containers: []}}}", ""},
		{`spec: "${SPEC}"`, ""},
		{"spec: {template: {spec: {containers: {{ .Values.containers }}}}}", ""},
		{"", ""},
	} {
		u := read(t, "apiVersion: apps/v1\nkind: Deployment\n"+test.text+"\n")
		var got string
		if len(u.Problems) > 0 {
			got, _, _ = strings.Cut(parsetest.Describe(u), "\n")
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{
		"apiVersion: v1\nkind: Pod":       true,
		`{"kind": 3, "apiVersion": [1]}`:  true,
		"apiVersion:\nkind:":              true,
		"kind: Pod":                       false,
		"apiVersion: v1":                  false,
		"[apiVersion, kind]":              false,
		"a: {apiVersion: v1, kind: Pod}":  false,
		"<<: {apiVersion: v1, kind: Pod}": true,
		"apiVersion":                      false,
	} {
		f := lint.NewFile("x.yaml", []byte(text))
		if got := kubernetes.Looks(yamltree.Parse(f)[0].Root); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
	if kubernetes.Looks(nil) {
		t.Error("nothing looks like a manifest")
	}
	if u := kubernetes.Unit(lint.NewFile("x.yaml", nil), nil); len(u.Objects) != 0 {
		t.Error("nothing holds an object")
	}
}

// A name can be any text; a subject stays a line.
func TestSubjectIsShort(t *testing.T) {
	u := read(t, `{apiVersion: v1, kind: Pod, metadata: {name: "`+strings.Repeat("long\\n", 1000)+`"}, spec: {containers: [{name: "a\tb"}]}}`)
	subject := u.Containers()[0].String()
	if len(subject) > 300 || strings.ContainsAny(subject, "\n\t") || !strings.HasSuffix(subject, " container a b") {
		t.Errorf("subject %q", subject)
	}
}
