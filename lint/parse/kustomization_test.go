package parse

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// describePatches is the units of a kustomization, but for the kustomization itself.
func describePatches(t *testing.T, name, text string) string {
	t.Helper()
	var all []string
	for _, u := range File(lint.NewFile(name, []byte(text)), nil) {
		parsetest.Check(t, u)
		if len(u.Objects) == 0 || u.Objects[0].Kind.V != "Kustomization" {
			all = append(all, parsetest.Describe(u))
		}
	}
	return strings.Join(all, "")
}

// What the patches in a kustomization say stands where the file has it.
func TestInlinePatches(t *testing.T) {
	const pod = "kind: Pod, metadata: {name: p}, spec: {hostPID: true}"
	const want = `part
object Pod/p
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: p «p»
pod Pod/p
  hostPID: true «true»
`
	for _, test := range []struct{ name, text, want string }{
		{"literal", `
patches:
- path: other.yaml
- patch: |-
    apiVersion: v1
    kind: Pod
    metadata:
      name: p
    # a comment
    spec:

      hostPID: true # on the host
`, want},
		{"several documents", `
patchesStrategicMerge:
- file.yaml
- |
    ---
    {apiVersion: v1, ` + pod + `}
    ---
    {apiVersion: v1, ` + pod + `}
`, want + want},
		{"single quotes", "patches:\n- patch: '{apiVersion: v1, " + pod + "}'\n", want},
		{"double quotes", `patches: [{patch: "\x7bapiVersion: v1,\
  kind: Pod, metadata: {name: p},\nspec: {hostPID: true}}"}]` + "\n", want},
		{"folded", "patches:\n- patch: >-\n    {apiVersion: v1,\n    kind: Pod, metadata: {name: p},\n\n    spec: {hostPID: true}}\n", want},
		{"carriage returns", "patches:\r\n- patch: |\r\n    apiVersion: v1\r\n    kind: Pod\r\n    metadata: {name: p}\r\n    spec:\r\n      hostPID: true\r\n", want},
		{"Flux", "apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nspec:\n  patches:\n  - patch: |\n      {apiVersion: v1, " + pod + "}\n", want},
		{"Helm with Flux", "apiVersion: helm.toolkit.fluxcd.io/v2\nkind: Kustomization\nspec:\n  postRenderers:\n  - kustomize: {patches: [{patch: '{apiVersion: v1, " + pod + "}'}]}\n  - {}\n", want},
		{"Argo CD", "apiVersion: argoproj.io/v1alpha1\nkind: Kustomization\nspec:\n  source:\n    kustomize:\n      patches: [{patch: '{apiVersion: v1, " + pod + "}'}]\n      images: ['web=web:1']\n", want},
		{"broken", "patches:\n- patch: |-\n    a: [\n    b\n- patch: |\n    {apiVersion: v1, " + pod + "}\n",
			"part\nproblem: not valid YAML: a list in brackets lacks a comma here, or its ] «[»\n" + want},
		{"no patches", "patches:\n- patch: file.yaml\n- patch: [x]\n- patch:\n- patch: |\n    # nothing\npatchesStrategicMerge: [a.yaml, ~, {}]\npatchesJson6902: x\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, describePatches(t, "kustomization.yaml", test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
	if got := describePatches(t, "other.yaml", "patches:\n- patch: |\n    {apiVersion: v1, "+pod+"}\n"); got != "" {
		t.Errorf("in another file: %s", got)
	}
}

// A JSON patch says what is in the object that it is laid over, and where.
func TestOperations(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"paths", `
patches:
- target: {group: apps, version: v1, kind: Deployment, name: web}
  patch: |-
    - {op: test, path: /spec/template/spec/hostIPC, value: true}
    - {op: remove, path: /spec/template/spec/hostPID}
    - op: replace
      path: /spec/template/spec/hostNetwork
      value: true
    - op: replace
      path: /spec/template/spec/containers/1/securityContext/privileged
      value: true
    - op: add
      path: /spec/template/spec/containers/1/securityContext/capabilities
      value: {add: [NET_ADMIN]}
    - op: add
      path: /spec/template/spec/containers/1/securityContext/capabilities/add/-
      value: SYS_PTRACE
    - op: add
      path: /spec/template/spec/containers/0
      value:
        name: first
        image: busybox
    - op: add
      path: /spec/template/spec/containers/2/command/-
      value: --verbose
    - op: add
      path: /metadata/labels/example.com~1a~0b
      value: c
`, `part
object Deployment/web
  apiVersion: apps/v1 «apps»
  kind: Deployment «Deployment»
  name: web «web»
pod Deployment/web
  hostNetwork: true «true»
app Deployment/web container first
  image: { busybox  } «busybox»
app Deployment/web container 3
  privileged: true «true»
  capabilities: set «[NET_ADMIN]»
    -: NET_ADMIN «NET_ADMIN»
    -: SYS_PTRACE «SYS_PTRACE»
`},
		{"lists of an unknown length", `
patches:
- target: {kind: Pod}
  patch: |
    - {op: add, path: /spec/containers/-, value: {name: last, image: a}}
    - {op: replace, path: /spec/containers/1/image, value: b}
    - {op: replace, path: /spec/containers/2/image, value: c}
    - {op: remove, path: /spec/containers/1}
    - {op: remove, path: /spec/containers/1/securityContext/capabilities}
    - {op: remove, path: /spec/containers/9}
`, `part
object Pod
  kind: Pod «Pod»
pod Pod
app Pod container 2
  image: { c  } «c»
app Pod container last
  image: { a  } «a»
`},
		{"JSON", `
patchesJson6902:
- target: {version: v1, kind: Pod, name: p}
  patch: '[{"op": "add", "path": "/spec/volumes/-", "value": {"name": "v", "hostPath": {"path": "/"}}}]'
- target: {version: v1, kind: Pod}
  path: patch.json
`, `part
object Pod/p
  apiVersion: v1 «v1»
  kind: Pod «Pod»
  name: p «p»
pod Pod/p
  volume v: hostPath «"hostPath"»
  path: / «"/"»
    readOnly: unknown «»
`},
		{"expressions", `
patches:
- target: {kind: Deployment|StatefulSet, name: .*}
  patch: |
    - {op: add, path: /spec/template/spec/hostPID, value: true}
- target: {kind: .*}
  patch: |
    - {op: add, path: /spec/template/spec/hostPID, value: true}
- target: {labelSelector: app=web}
  patch: |
    - {op: add, path: /spec/template/spec/hostPID, value: true}
`, `part
object Deployment/.*
  kind: Deployment «Deployment|StatefulSet»
  name: .* «.*»
pod Deployment/.*
  hostPID: true «true»
`},
		{"no operations", `
patches:
- target: {kind: Pod}
  patch: |
    - {op: add, path: spec/hostPID, value: true}
    - {op: add, path: /, value: {}}
    - {op: add, path: /kind/x, value: y}
    - {op: add, path: /spec/containers/5000000, value: {}}
    - {op: add, path: [], value: {}}
    - {op: add, path: /spec/hostPID}
    - true
`, `part
object Pod
  kind: Pod «Pod»
pod Pod
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, describePatches(t, "kustomization.yml", test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A JSON patch in a file of its own is read for the kustomization that tells what it is laid over.
func TestOperationsInFile(t *testing.T) {
	const text = `
patches:
- {path: patch.json, target: {kind: Pod, name: p}}
- {path: pod.yaml, target: {kind: Pod, name: p}}
- {path: patch.json}
- {path: missing.yaml, target: {kind: Pod}}
- {path: patch.json, target: {name: any}}
`
	files := map[string]*lint.File{}
	for name, text := range map[string]string{
		"a/patch.json": `[{"op": "add", "path": "/spec/hostPID", "value": true}]`,
		"a/pod.yaml":   "apiVersion: v1\nkind: Pod\nspec: {hostPID: true}\n",
	} {
		files[name] = lint.NewFile(name, []byte(text))
	}
	var got []string
	for _, u := range File(lint.NewFile("a/kustomization.yaml", []byte(text)), func(name string) *lint.File { return files[name] }) {
		for _, pod := range u.Pods {
			span := pod.HostPID.Value
			got = append(got, pod.String()+" "+span.File.Path+" "+span.Text())
		}
		if !slices.Equal(u.Files, []*lint.File{files["a/patch.json"]}) {
			t.Errorf("%d files", len(u.Files))
		}
	}
	if want := []string{"Pod/p a/patch.json true"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// What is laid over a pod as text stands where the file has it.
func TestPodSpecPatches(t *testing.T) {
	const text = `
apiVersion: argoproj.io/v1alpha1
kind: WorkflowTemplate
metadata: {name: w}
spec:
  podSpecPatch: |
    hostNetwork: true
    containers: [{name: main, securityContext: {runAsUser: 0}}]
  templates:
  - {name: a, podSpecPatch: '{"initContainers": [{"name": "init", "securityContext": {"privileged": true}}]}'}
  - {name: b, podSpecPatch: "{{inputs.parameters.patch}}"}
  - {name: c, podSpecPatch: "containers: ["}
  - {name: d, podSpecPatch: 1}
`
	const want = `part
pod WorkflowTemplate/w
  part
  hostNetwork: true «true»
app WorkflowTemplate/w container main
  user: 0 «0»
part
pod WorkflowTemplate/w template a
  part
init WorkflowTemplate/w template a init container init
  privileged: true «true»
`
	var got []string
	for _, u := range File(lint.NewFile("w.yaml", []byte(text)), nil)[1:] {
		parsetest.Check(t, u)
		got = append(got, parsetest.Describe(u))
	}
	if diff := cmp.Diff(want, strings.Join(got, "")); diff != "" {
		t.Error(diff)
	}
}

// What a kustomization puts in the place of an image stands in it as a name, a tag or a digest.
func TestReplacedImages(t *testing.T) {
	const digest = "sha256:6b9d3b8c2f1e4a7095d8c3b6e1f2047a9c8d5e6f3b2a1908f7e6d5c4b3a29180"
	const text = `
images:
- {name: nginx, newTag: latest}
- {name: "docker.io/library/redis:8", newTag: '8.2'}
- {name: app, newName: registry.example.com:5000/app, newTag: "1", digest: ` + digest + `}
- name: web
  newName: ghcr.io/example/web
- {name: job, newTag: "${TAG}"}
- {name: one, newTag: 1.20}
- {name: nothing}
- nothing
`
	const want = `part
image of Kustomization image nginx
  new tag: { nginx latest } «latest»
image of Kustomization image docker.io/library/redis:8
  new tag: {docker.io library/redis 8.2 } «'8.2'»
image of Kustomization image app
  new name: {registry.example.com:5000 app  } «registry.example.com:5000/app»
image of Kustomization image app
  new tag: {registry.example.com:5000 app 1 ` + digest + `} «` + digest + `»
image of Kustomization image web
  new name: {ghcr.io example/web  } «ghcr.io/example/web»
image of Kustomization image job
  new tag: unknown «"${TAG}"»
image of Kustomization image one
  new tag: invalid «1.20»
`
	if diff := cmp.Diff(want, describePatches(t, "kustomization.yaml", text)); diff != "" {
		t.Error(diff)
	}
}

// FuzzOverlays holds that whatever a kustomization says stands in its file.
func FuzzOverlays(f *testing.F) {
	for _, seed := range []string{
		"patches:\n- patch: |-\n    apiVersion: v1\n    kind: Pod\n    spec: {containers: [{name: a, image: b}]}\n",
		"patches:\n- target: {kind: Pod}\n  patch: |\n    - {op: add, path: /spec/containers/2/securityContext, value: &a {privileged: true}}\n    - {op: add, path: /spec/containers/1/securityContext, value: *a}\n",
		"patches:\n- target: {kind: Deployment}\n  patch: \"[{op: add, path: /spec/template/spec/volumes/-, value: \\x7bhostPath: {path: /}}}]\"\n",
		"patchesStrategicMerge:\n- >\n  {apiVersion: v1,\n   kind: Pod,\n\n  spec: {}}\n- '{apiVersion: v1, kind: ''Pod''}'\n",
		"apiVersion: argoproj.io/v1\nkind: Workflow\nspec:\n  templateDefaults: {container: {image: a}}\n  templates:\n  - {name: t, container: {}, podSpecPatch: '{\"hostPID\": true}'}\n",
		"images:\n- {name: a, newTag: latest}\n- {name: b, newName: c, digest: x}\n",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { describePatches(t, "kustomization.yaml", text) })
}
