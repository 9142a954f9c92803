package kubernetes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// Custom resources show their pods by their shape, whether they are wholes, and whose fields those have.
func TestEmbedded(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"Argo Rollout", `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web}
spec:
  template:
    metadata:
      annotations: {container.apparmor.security.beta.kubernetes.io/app: unconfined}
    spec:
      hostPID: true
      containers:
      - {name: app, image: nginx}
`, `
Rollout/web hostPID
  Rollout/web container app: nginx apparmor=Unconfined
`},
		{"Argo Workflow", `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {generateName: build-}
spec:
  entrypoint: main
  hostNetwork: true
  securityContext: {runAsUser: 0}
  volumes:
  - {name: sock, hostPath: {path: /var/run/docker.sock}}
  templates:
  - name: main
    steps:
    - - {name: one, template: compile}
  - name: compile
    securityContext: {runAsUser: 1000}
    container: {image: golang, securityContext: {privileged: true}}
    initContainers: [{name: first, image: alpine}]
    sidecars: [{name: dind, image: "docker:dind"}]
  - name: count
    script: {image: python, source: print(1)}
  - name: set
    containerSet:
      containers: [{name: a, image: busybox}]
`, `
Workflow/build- template compile part hostNetwork /var/run/docker.sock
  Workflow/build- template compile container: golang privileged user=1000
  Workflow/build- template compile init container first: alpine user=1000
  Workflow/build- template compile sidecar dind: docker:dind user=1000
Workflow/build- template count part hostNetwork /var/run/docker.sock
  Workflow/build- template count script: python user=0
Workflow/build- template set part hostNetwork /var/run/docker.sock
  Workflow/build- template set container a: busybox user=0
`},
		{"Argo Workflow with defaults", `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: build}
spec:
  securityContext: {runAsUser: 7}
  templateDefaults:
    securityContext: {runAsUser: 8}
    container: {image: golang, securityContext: {privileged: true, runAsUser: 0}}
    script: {image: python}
    sidecars: [{name: dind, image: docker, securityContext: {privileged: true}}]
    volumes: [{name: sock, hostPath: {path: /run}}]
  templates:
  - name: main
    steps: [[{name: one, template: compile}]]
  - name: compile
    container: {command: [go], securityContext: {runAsUser: 1000}}
    sidecars: [{name: dind, securityContext: {privileged: false}}, {name: db, image: redis}]
  - name: whole
    securityContext: {runAsUser: 9}
    script: {image: ruby, source: x}
    sidecars: []
`, `
Workflow/build template compile part /run
  Workflow/build template compile container: golang privileged user=1000
  Workflow/build template compile sidecar dind: docker user=8
  Workflow/build template compile sidecar db: redis user=8
Workflow/build template whole part /run
  Workflow/build template whole script: ruby user=9
  Workflow/build template whole sidecar dind: docker privileged user=9
`},
		{"Argo WorkflowTemplate with defaults alone", `
apiVersion: argoproj.io/v1alpha1
kind: Workflow
metadata: {name: build}
spec:
  workflowTemplateRef: {name: other}
  templateDefaults:
    container: {image: golang, securityContext: {privileged: true}}
`, `
Workflow/build part
  Workflow/build container: golang privileged
`},
		{"Argo CronWorkflow", `
apiVersion: argoproj.io/v1alpha1
kind: CronWorkflow
metadata: {name: nightly}
spec:
  schedule: "0 0 * * *"
  workflowSpec: {templates: [{name: main, container: {image: alpine}}]}
`, `
CronWorkflow/nightly template main part
  CronWorkflow/nightly template main container: alpine
`},
		{"Knative Service", `
apiVersion: serving.knative.dev/v1
kind: Service
metadata: {name: hello}
spec: {template: {spec: {containers: [{image: hello}]}}}
`, `
Service/hello
  Service/hello container 1: hello
`},
		{"OpenKruise AdvancedCronJob", `
apiVersion: apps.kruise.io/v1alpha1
kind: AdvancedCronJob
metadata: {name: tidy}
spec:
  template:
    broadcastJobTemplate: {spec: {template: {spec: {containers: [{name: a, image: busybox}]}}}}
`, `
AdvancedCronJob/tidy
  AdvancedCronJob/tidy container a: busybox
`},
		{"OpenKruise SidecarSet", `
apiVersion: apps.kruise.io/v1alpha1
kind: SidecarSet
metadata: {name: logs}
spec:
  containers: [{name: tail, image: busybox}]
  initContainers: [{name: first, image: alpine}]
`, `
SidecarSet/logs part
  SidecarSet/logs container tail: busybox
  SidecarSet/logs init container first: alpine
`},
		{"Volcano Job", `
apiVersion: batch.volcano.sh/v1alpha1
kind: Job
metadata: {name: train}
spec:
  tasks:
  - {name: ps, template: {spec: {containers: [{name: a, image: tf}]}}}
  - {name: worker, template: {spec: {containers: [{name: a, image: tf}]}}}
`, `
Job/train task ps
  Job/train task ps container a: tf
Job/train task worker
  Job/train task worker container a: tf
`},
		{"Tekton Task", `
apiVersion: tekton.dev/v1
kind: Task
metadata: {name: build}
spec:
  stepTemplate: {securityContext: {runAsUser: 0}}
  steps:
  - {name: compile, image: golang, securityContext: {privileged: true}}
  - {name: $(params.name), image: $(params.image)}
  - {ref: {name: other}}
  sidecars: [{image: docker}]
  volumes: [{name: sock, hostPath: {path: /run}}]
`, `
Task/build part /run
  Task/build step compile: golang privileged user=0
  Task/build step $(params.name): user=0
  Task/build step 3:
  Task/build sidecar 1: docker
`},
		{"Tekton Task with a template for its steps", `
apiVersion: tekton.dev/v1
kind: Task
metadata: {name: build}
spec:
  stepTemplate: &template
    image: golang
    securityContext: {privileged: true, runAsUser: 0}
  steps:
  - {name: vet, script: go vet}
  - name: test
    image: "golang:1.26"
    securityContext: {runAsUser: 1000}
  - name: lint
    securityContext: {privileged: false}
  sidecars: [{name: db, image: redis}]
`, `
Task/build part
  Task/build step vet: golang privileged user=0
  Task/build step test: golang:1.26 privileged user=1000
  Task/build step lint: golang user=0
  Task/build sidecar db: redis
`},
		{"Tekton TaskRun", `
apiVersion: tekton.dev/v1
kind: TaskRun
metadata: {name: once}
spec:
  podTemplate:
    hostNetwork: true
    securityContext: {runAsUser: 0}
    volumes: [{name: sock, hostPath: {path: /run}}]
  taskSpec:
    stepTemplate: {securityContext: {runAsUser: 7}}
    steps: [{name: go, image: golang}]
    sidecars: [{name: db, image: redis}]
`, `
TaskRun/once part hostNetwork /run
  TaskRun/once step go: golang user=7
  TaskRun/once sidecar db: redis user=0
`},
		{"Tekton PipelineRun", `
apiVersion: tekton.dev/v1
kind: PipelineRun
metadata: {generateName: nightly-}
spec:
  pipelineRef: {name: nightly}
  taskRunTemplate: {podTemplate: {hostNetwork: true, volumes: [{name: sock, hostPath: {path: /run}}]}}
  taskRunSpecs: [{pipelineTaskName: build, podTemplate: {securityContext: {runAsUser: 0}}}]
`, `
PipelineRun/nightly- part hostNetwork /run
PipelineRun/nightly- part
`},
		{"Tekton Pipeline", `
apiVersion: tekton.dev/v1
kind: Pipeline
metadata: {name: ci}
spec:
  tasks:
  - {name: lint, taskRef: {name: lint}}
  - {name: test, taskSpec: {steps: [{name: go, image: golang}]}}
`, `
Pipeline/ci task test part
  Pipeline/ci task test step go: golang
`},
		{"KServe InferenceService", `
apiVersion: serving.kserve.io/v1beta1
kind: InferenceService
metadata: {name: iris}
spec:
  predictor: {hostPID: true, containers: [{name: kserve-container, image: iris}]}
  transformer: {containers: [{name: kserve-container, image: tf}]}
`, `
InferenceService/iris part hostPID
  InferenceService/iris container kserve-container: iris
InferenceService/iris part
  InferenceService/iris container kserve-container: tf
`},
		{"Prometheus", `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: k8s}
spec:
  hostNetwork: true
  image: quay.io/prometheus/prometheus:v3
  resources: {requests: {memory: 400Mi}}
  containers:
  - name: prometheus
    securityContext: {privileged: true}
`, `
Prometheus/k8s part hostNetwork
  Prometheus/k8s container prometheus: privileged
`},
		{"SparkApplication", `
apiVersion: sparkoperator.k8s.io/v1beta2
kind: SparkApplication
metadata: {name: pi}
spec:
  image: spark:4.0.1
  sparkVersion: 4.0.1
  volumes: [{name: x, hostPath: {path: /x}}]
  driver:
    hostNetwork: true
    podSecurityContext: {runAsUser: 0}
    securityContext: {privileged: true}
    sidecars: [{name: side, image: busybox}]
  executor: {image: other, securityContext: {runAsUser: 185}}
`, `
SparkApplication/pi part hostNetwork /x
  SparkApplication/pi driver: spark:4.0.1 privileged user=0
  SparkApplication/pi sidecar side: busybox user=0
SparkApplication/pi part /x
  SparkApplication/pi executor: other user=185
`},
		{"SeldonDeployment", `
apiVersion: machinelearning.seldon.io/v1
kind: SeldonDeployment
metadata: {name: iris}
spec:
  predictors:
  - name: main
    componentSpecs:
    - spec: {containers: [{name: classifier, image: "iris:1"}]}
    - spec: {containers: [{name: prepackaged, env: [{name: A, value: b}]}]}
`, `
SeldonDeployment/iris predictor main
  SeldonDeployment/iris predictor main container classifier: iris:1
SeldonDeployment/iris predictor main part
  SeldonDeployment/iris predictor main container prepackaged:
`},
		{"a template of OpenShift", `
apiVersion: template.openshift.io/v1
kind: Template
metadata: {name: app}
objects:
- apiVersion: apps/v1
  kind: Deployment
  metadata: {name: "${NAME}"}
  spec: {template: {spec: {hostIPC: true, containers: [{name: a, image: "${IMAGE}"}]}}}
- {apiVersion: v1, kind: Service, metadata: {name: s}}
parameters: [{name: NAME}]
`, `
Deployment/${NAME} hostIPC
  Deployment/${NAME} container a:
`},
		{"security contexts alone", `
apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: {name: media}
spec:
  values:
    controllers:
      main:
        containers:
          app:
            image: {repository: ghcr.io/example/app, tag: latest}
            securityContext: {privileged: true, runAsUser: 0}
    defaultPodOptions:
      hostNetwork: true
      securityContext: {runAsUser: 1000}
    agent: {hostPID: true, tolerations: []}
    unused:
      securityContext: {enabled: false, privileged: true}
    schema:
      properties: {securityContext: {type: object}}
    text: {securityContext: "{{ .x }}"}
`, `
HelmRelease/media part
  HelmRelease/media app: privileged user=0
HelmRelease/media part hostNetwork
  HelmRelease/media defaultPodOptions: user=1000
HelmRelease/media part hostPID
  HelmRelease/media agent:
HelmRelease/media part
  HelmRelease/media properties:
HelmRelease/media part
  HelmRelease/media text:
`},
		{"pods that an operator adds to", `
apiVersion: flink.apache.org/v1beta1
kind: FlinkDeployment
metadata: {name: job}
spec:
  podTemplate:
    apiVersion: v1
    kind: Pod
    metadata: {name: both}
    spec:
      containers:
      - {name: flink-main-container, volumeMounts: [{name: logs, mountPath: /logs}]}
      - {name: logs, image: fluent-bit}
  jobManager:
    podTemplate:
      apiVersion: v1
      kind: Pod
      metadata: {name: first}
      spec:
        initContainers: [{name: fetch, image: curl}]
  other:
    apiVersion: v1
    kind: Pod
    metadata: {name: whole}
    spec:
      containers: [{name: a, image: b}]
`, `
Pod/both part
  Pod/both container flink-main-container:
  Pod/both container logs: fluent-bit
Pod/first part
  Pod/first init container fetch: curl
Pod/whole
  Pod/whole container a: b
`},
		{"aliases", `
apiVersion: example.com/v1
kind: Pair
metadata: {name: x}
spec:
  a: &a {template: {spec: &spec {containers: [{name: a, image: a}]}}}
  b: *a
  c: {template: {spec: *spec}}
`, `
Pair/x
  Pair/x container a: a
`},
		{"policies", `
apiVersion: kyverno.io/v1
kind: ClusterPolicy
metadata: {name: no-latest}
spec: {rules: [{validate: {pattern: {spec: {containers: [{image: "!*:latest"}]}}}}]}
`, ""},
		{"definitions", `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: x}
spec: {versions: [{schema: {default: {containers: [{image: x}]}}}]}
`, ""},
		{"no pods", `
apiVersion: example.com/v1
kind: Thing
metadata: {name: x, managed: {containers: [{image: x}]}}
spec:
  container: {image: {repository: x}}
  containers: [{name: x}]
  steps: [{name: x}]
  driver: {image: x}
  ref: {apiVersion: v1, kind: Pod, name: x}
status: {containers: [{image: x}]}
`, ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			u := read(t, test.text)
			if diff := cmp.Diff(strings.TrimLeft(test.want, "\n"), outline(u)); diff != "" {
				t.Errorf("%s\n%s", diff, parsetest.Describe(u))
			}
		})
	}
}

// outline is a unit's pods with what tells whose fields they have.
func outline(u *lint.Unit) string {
	var b strings.Builder
	for _, pod := range u.Pods {
		b.WriteString(pod.Subject)
		words := map[string]bool{"part": pod.Part, "hostPID": pod.HostPID.Is(true), "hostIPC": pod.HostIPC.Is(true), "hostNetwork": pod.HostNetwork.Is(true)}
		for _, word := range []string{"part", "hostPID", "hostIPC", "hostNetwork"} {
			if words[word] {
				b.WriteString(" " + word)
			}
		}
		for _, path := range pod.HostPaths {
			b.WriteString(" " + path.Path.V)
		}
		for _, c := range pod.Containers {
			fmt.Fprintf(&b, "\n  %s:", c)
			if c.Image.Known() {
				b.WriteString(" " + c.Image.V.Familiar())
			}
			if c.Privileged.Is(true) {
				b.WriteString(" privileged")
			}
			if c.User.Known() {
				b.WriteString(" user=" + c.User.V.Name)
			}
			if c.Security.AppArmor.Known() {
				b.WriteString(" apparmor=" + string(c.Security.AppArmor.V))
			}
		}
		b.WriteString("\n")
	}
	return b.String()
}
