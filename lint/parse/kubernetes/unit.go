// Package kubernetes projects manifests onto the views that rules judge: objects, pods, containers, assignments.
// It reads positioned trees and keeps every value's place; what kubectl would not accept is invalid here, never guessed at.
package kubernetes

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Looks tells whether a document is a manifest: a mapping with apiVersion and kind.
func Looks(root *lint.Node) bool {
	if root == nil {
		return false
	}
	f := lint.Root(root)
	return f.Get("apiVersion").Node != nil && f.Get("kind").Node != nil
}

// Unit reads one document: an object with its pods or, of a list, every object in it.
func Unit(f *lint.File, root *lint.Node) *lint.Unit {
	r := reader{unit: &lint.Unit{File: f, Kind: lint.Kubernetes}}
	if root != nil {
		r.object(lint.Root(root), lint.Val[string]{})
	}
	return r.unit
}

// reader fills a unit.
type reader struct {
	unit *lint.Unit
	seen map[*lint.Node]bool // the items of lists: aliases can repeat one
	// within tells that what is read stands in a custom resource, whose operator makes the pods.
	within bool
}

// object reads an object. Items of a typed list, such as PodList, need not repeat their kind.
func (r *reader) object(f lint.Field, kindOfItems lint.Val[string]) {
	if f.Node == nil || f.Node.Kind != lint.Mapping {
		return
	}
	metadata := f.Get("metadata")
	object := &lint.Object{
		APIVersion: lint.Read(f.Get("apiVersion"), text),
		Kind:       lint.Read(f.Get("kind"), text),
		Name:       lint.Read(metadata.Get("name"), text),
		Namespace:  lint.Read(metadata.Get("namespace"), text),
		Root:       f.Node,
		ReadText:   text, ReadBool: boolean,
	}
	if object.Kind.Absent() {
		object.Kind = kindOfItems
	}
	if element, isList := strings.CutSuffix(object.Kind.V, "List"); isList && f.Get("items").Node != nil {
		r.list(f.Get("items"), element, object.Kind)
		return
	}
	r.markPart(f)
	r.unit.Objects = append(r.unit.Objects, object)
	r.unit.Scopes = append(r.unit.Scopes, f.Node.Span)
	r.checkObject(f, object)
	before := len(r.unit.Pods)
	r.workload(f, object)
	object.Pods = r.unit.Pods[before:]
}

// list reads the items of a list. Kind is the list's own.
func (r *reader) list(items lint.Field, element string, kind lint.Val[string]) {
	if element == "" {
		r.expect(items, lint.Sequence, "items must be a list")
		kind = lint.Val[string]{}
	}
	kind.V = element
	if r.seen == nil {
		r.seen = map[*lint.Node]bool{}
	}
	for _, item := range items.Items() {
		if !r.seen[item.Node] {
			r.seen[item.Node] = true
			r.object(item, kind)
		}
	}
}

// podPath is where objects of a kind have their pod's specification, or nil if the kind is not known to run pods.
func podPath(apiVersion, kind string) []string {
	if isCustom(apiVersion) && (kind != "DeploymentConfig" || !strings.HasPrefix(apiVersion, "apps.openshift.io/")) {
		return nil
	}
	switch kind {
	case "Pod":
		return []string{"spec"}
	case "PodTemplate":
		return []string{"template", "spec"}
	case "Deployment", "DaemonSet", "StatefulSet", "ReplicaSet", "ReplicationController", "Job", "DeploymentConfig":
		return []string{"spec", "template", "spec"}
	case "CronJob":
		return []string{"spec", "jobTemplate", "spec", "template", "spec"}
	}
	return nil
}

// workload reads the pods that an object runs, if it does. A custom resource shows them by their shape.
func (r *reader) workload(f lint.Field, object *lint.Object) {
	path := podPath(object.APIVersion.V, object.Kind.V)
	if path == nil {
		if isCustom(object.APIVersion.V) || object.Kind.V == "Template" {
			r.embedded(f, object)
		}
		return
	}
	template, spec := f, f
	for _, key := range path {
		template, spec = spec, spec.Get(key)
		if !r.expect(spec, lint.Mapping, key+" must be a mapping") {
			return
		}
		r.markPart(spec)
	}
	if template.Node != f.Node {
		r.checkMetadata(template, object)
	}
	r.pod(form{
		subject: subject(f, object), workload: object.Kind.V,
		spec: spec, metadata: template.Get("metadata"), lists: containerLists(spec), exact: true,
		part: r.within && lacksImages(spec.Get("containers")),
	})
}

// isCustom tells whether an API group is not one of Kubernetes' own with workloads: those have no dot, those of
// custom resources always have one.
func isCustom(apiVersion string) bool {
	group, _, hasGroup := strings.Cut(apiVersion, "/")
	return hasGroup && strings.Contains(group, ".")
}

// subject is "Kind/name", where an object that is named by the cluster has the beginning of its name.
func subject(f lint.Field, object *lint.Object) string {
	if object.Name.V != "" {
		return object.String()
	}
	if prefix := lint.Read(f.Get("metadata").Get("generateName"), text); prefix.V != "" {
		return object.String() + "/" + lint.Label(prefix.V)
	}
	return object.String()
}

// expect tells whether a field exists and is a collection of the kind. Another value there is a problem, unless it is a template's.
func (r *reader) expect(f lint.Field, kind lint.NodeKind, problem string) bool {
	if !f.Exists() {
		return false
	}
	if f.Node.Kind == kind {
		return true
	}
	if otherwise(f.Node) == lint.Invalid {
		r.unit.Problems = append(r.unit.Problems, &lint.Problem{Span: f.Head(), Message: problem})
	}
	return false
}

// markPart marks the unit as a part if a mapping has a directive of a strategic merge patch: $patch, $retainKeys, $setElementOrder/….
func (r *reader) markPart(f lint.Field) {
	if f.Node == nil || f.Node.Kind != lint.Mapping {
		return
	}
	for _, e := range f.Node.Entries {
		if isDirective(e.Key.Value) {
			r.unit.Part = true
		}
	}
}

// isDirective tells whether a key is one of a strategic merge patch.
func isDirective(key string) bool { return strings.HasPrefix(key, "$") }
