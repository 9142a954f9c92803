package kubernetes_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// What lies under a container stands where it is written; lists are joined by the names of their items, or replaced.
func TestLayers(t *testing.T) {
	u := read(t, `
apiVersion: tekton.dev/v1
kind: Task
metadata: {name: t}
spec:
  stepTemplate:
    <<: &more {image: golang, imagePullPolicy: Never}
    image: base
    env: [{name: A, value: below}, {name: B, value: below}]
    volumeMounts: [{name: v, mountPath: /a, readOnly: true}, {name: v, mountPath: /b}]
    securityContext: {capabilities: {add: [SYS_ADMIN], drop: [ALL]}, privileged: null}
  steps:
  - name: s
    image: ~
    env: [{name: B, value: over}, {name: C, value: over}]
    volumeMounts: [{name: w, mountPath: /a}]
    securityContext: {capabilities: {add: [NET_RAW]}}
`)
	want := `object Task/t
  apiVersion: tekton.dev/v1 «tekton.dev/v1»
  kind: Task «Task»
  name: t «t»
pod Task/t
  part
app Task/t step s
  image: { base  } «base»
  pull policy: Never «Never» via «<<»
  capabilities: set «[NET_RAW]»
    -: NET_RAW «NET_RAW»
  dropped capabilities: set «[ALL]»
    -: ALL «ALL»
  mounts: set «[{name: w, mountPath: /a}]»
    volume: w «w»
      target: /a «/a»
      readOnly: true «true»
    volume: v «v»
      target: /b «/b»
env of Task/t step s
  B: over «over»
env of Task/t step s
  C: over «over»
env of Task/t step s
  A: below «below»
`
	if diff := cmp.Diff(want, parsetest.Describe(u)); diff != "" {
		t.Error(diff)
	}
}
