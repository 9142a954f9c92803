package kubernetes

import (
	"bytes"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/snippet"
)

// podSpecPatch is the key under which a custom resource holds, as text, what is laid over the specifications of its pods
// (https://argo-workflows.readthedocs.io/en/latest/fields/#workflowspec).
const podSpecPatch = "podSpecPatch"

// PodSpecPatches reads what the objects of a unit hold as text to be laid over their pods: each is a part of a pod. A text that is no
// YAML is passed over: it becomes YAML once its parameters are put in.
func PodSpecPatches(u *lint.Unit) []*lint.Unit {
	var units []*lint.Unit
	for _, object := range u.Objects {
		span := object.Root.Span
		if !isCustom(object.APIVersion.V) || !bytes.Contains(span.File.Text[span.Start:span.End], []byte(podSpecPatch)) {
			continue
		}
		f := lint.Root(object.Root)
		w := walk{seen: map[*lint.Node]bool{}, visit: func(f, _ lint.Field, subject string, depth int) bool {
			if patch := f.Get(podSpecPatch); patch.Exists() {
				units = append(units, patches(u.File, patch, form{subject: subject, workload: object.Kind.V})...)
			}
			return depth > 0 && isObject(f)
		}}
		w.field(f, f, subject(f, object), 0)
	}
	return units
}

// patches is the units of a text that is laid over a pod's specification.
func patches(f *lint.File, text lint.Field, p form) []*lint.Unit {
	var units []*lint.Unit
	for _, doc := range snippet.Documents(text.Node) {
		if doc.Root == nil || doc.Root.Kind != lint.Mapping || otherwise(doc.Root) == lint.Unknown {
			continue
		}
		r := reader{unit: &lint.Unit{File: f, Kind: lint.Kubernetes, Part: true, ReadOnly: text.Node.Style != lint.Literal}}
		p.spec, p.part, p.exact = lint.Root(doc.Root), true, true
		p.lists = containerLists(p.spec)
		r.pod(p)
		units = append(units, r.unit)
	}
	return units
}
