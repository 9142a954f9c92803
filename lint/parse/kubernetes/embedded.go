package kubernetes

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// embedding reads the pods within a custom resource, whatever its kind: its fields show by their shape what they are.
type embedding struct {
	*reader
	workload string
	seen     map[*lint.Node]bool
}

// embedded reads what stands in a custom resource, or in a template of OpenShift.
func (r *reader) embedded(f lint.Field, object *lint.Object) {
	if describesOthers(object.APIVersion.V) || !mayEmbed(f.Node, 0) {
		return
	}
	e := embedding{reader: r, workload: object.Kind.V, seen: map[*lint.Node]bool{}}
	defer func(outer bool) { r.within = outer }(r.within)
	r.within = true
	for _, entry := range f.Entries() {
		if key := entry.Key.Value; key != "metadata" && key != "status" {
			e.walk(entry, f, subject(f, object), 1)
		}
	}
}

// describesOthers tells whether resources of a group hold patterns or schemas of pods rather than pods: admission policies and
// definitions of resources.
func describesOthers(apiVersion string) bool {
	group, _, _ := strings.Cut(apiVersion, "/")
	for _, others := range [...]string{"kyverno.io", "gatekeeper.sh", "kubewarden.io", "apiextensions.k8s.io", "admissionregistration.k8s.io"} {
		if group == others || strings.HasSuffix(group, "."+others) {
			return true
		}
	}
	return false
}

// maxEmbedding is how deep within a custom resource a pod can stand.
const maxEmbedding = 24

// mayEmbed tells cheaply whether a key within a node is one that pods or objects are known by. What aliases bring is written
// within the node too.
func mayEmbed(n *lint.Node, depth int) bool {
	if depth > maxEmbedding {
		return false
	}
	for _, e := range n.Entries {
		switch e.Key.Value {
		case "containers", "container", "script", "steps", "sparkVersion":
			return true
		case "apiVersion":
			if depth > 0 {
				return true
			}
		}
		if mayEmbed(e.Value, depth+1) {
			return true
		}
	}
	for _, item := range n.Items {
		if mayEmbed(item, depth+1) {
			return true
		}
	}
	return false
}

// walk reads what stands in a field. Owner is the mapping around it, lists in between aside.
func (e *embedding) walk(f, owner lint.Field, subject string, depth int) {
	if f.Node == nil || f.Node.Kind == lint.Scalar || e.seen[f.Node] || depth > maxEmbedding {
		return
	}
	e.seen[f.Node] = true
	if f.Node.Kind == lint.Sequence {
		for _, item := range f.Items() {
			e.walk(item, owner, itemSubject(subject, f, item), depth+1)
		}
		return
	}
	if isObject(f) {
		e.object(f, lint.Val[string]{})
		return
	}
	if form, ok := podForm(f, owner, depth); ok {
		form.subject, form.workload = subject, e.workload
		e.pod(form)
		return
	}
	for _, entry := range f.Entries() {
		e.walk(entry, f, subject, depth+1)
	}
}

// itemSubject is the subject of what stands in an item of a list: with the item's name, if it has one.
func itemSubject(subject string, list, item lint.Field) string {
	name := name(item)
	if name == "" || list.Key == nil {
		return subject
	}
	return subject + " " + strings.TrimSuffix(list.Key.Value, "s") + " " + lint.Label(name)
}

// isObject tells whether a mapping is an object by itself rather than a reference to one.
func isObject(f lint.Field) bool {
	if !f.Get("apiVersion").Exists() || !f.Get("kind").Exists() {
		return false
	}
	return f.Get("spec").Exists() || f.Get("metadata").Exists()
}

// podForm tells whether a mapping within a custom resource is a pod, and how it is written.
func podForm(f, owner lint.Field, depth int) (form, bool) {
	switch {
	case holdsContainers(f.Get("containers")):
		// The specification of a template is a whole one. Elsewhere an operator merges the containers into those it makes.
		whole := depth > 1 && f.Key != nil && f.Key.Value == "spec" && allHaveImages(f.Get("containers"))
		return form{spec: f, metadata: owner.Get("metadata"), lists: containerLists(f), part: !whole}, true
	case hasImage(f.Get("container")) || hasImage(f.Get("script")):
		return workflowTemplate(f, owner), true
	case holdsImages(f.Get("steps")):
		return taskForm(f), true
	case owner.Get("sparkVersion").Exists() && f.Key != nil && (f.Key.Value == "driver" || f.Key.Value == "executor"):
		return sparkForm(f, owner), true
	}
	return form{}, false
}

// workflowTemplate is a template of an Argo Workflow: what it does not say of its pod, the workflow does
// (https://argo-workflows.readthedocs.io/en/latest/fields/#template).
func workflowTemplate(f, workflow lint.Field) form {
	return form{spec: f, around: workflow, metadata: f.Get("metadata"), part: true, lists: inFileOrder([]containerList{
		{key: "container", noun: "container", single: true, field: f.Get("container")},
		{key: "script", noun: "script", single: true, field: f.Get("script")},
		{key: "initContainers", noun: "init container", role: lint.Init, field: f.Get("initContainers")},
		{key: "sidecars", noun: "sidecar", field: f.Get("sidecars")},
	})}
}

// taskForm is the specification of a Tekton Task: its steps are merged with the step template
// (https://tekton.dev/docs/pipelines/tasks/).
func taskForm(f lint.Field) form {
	return form{spec: f, part: true, lists: inFileOrder([]containerList{
		{key: "stepTemplate", noun: "step template", single: true, field: f.Get("stepTemplate")},
		{key: "steps", noun: "step", field: f.Get("steps")},
		{key: "sidecars", noun: "sidecar", field: f.Get("sidecars")},
	})}
}

// sparkForm is the driver or executor of a SparkApplication: its container's fields stand beside those of its pod
// (https://www.kubeflow.org/docs/components/spark-operator/user-guide/writing-sparkapplication/).
func sparkForm(f, application lint.Field) form {
	return form{
		spec: f, around: application, security: "podSecurityContext", image: application.Get("image"), part: true,
		lists: inFileOrder([]containerList{
			{key: f.Key.Value, noun: f.Key.Value, single: true, field: f},
			{key: "initContainers", noun: "init container", role: lint.Init, field: f.Get("initContainers")},
			{key: "sidecars", noun: "sidecar", field: f.Get("sidecars")},
		}),
	}
}

// holdsContainers tells whether a list has a container: with an image or, to be merged by its name, with fields of its own.
func holdsContainers(f lint.Field) bool {
	for _, item := range f.Items() {
		if hasImage(item) || name(item) != "" && (item.Get("securityContext").Exists() || item.Get("volumeMounts").Exists() || item.Get("env").Exists()) {
			return true
		}
	}
	return false
}

func holdsImages(f lint.Field) bool {
	for _, item := range f.Items() {
		if hasImage(item) {
			return true
		}
	}
	return false
}

// lacksImages tells whether the API server would run no pod with such containers, for want of any or of their images
// (ValidatePodSpec in https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go). A pod that stands in a
// custom resource is a part then, of which the operator makes the rest.
func lacksImages(containers lint.Field) bool {
	if !containers.Exists() {
		return !containers.Obscured()
	}
	return containers.Node.Kind == lint.Sequence && !allHaveImages(containers)
}

func allHaveImages(f lint.Field) bool {
	for _, item := range f.Items() {
		if !hasImage(item) {
			return false
		}
	}
	return true
}

// hasImage tells whether a mapping names an image. One that is taken apart into repository and tag is no container's.
func hasImage(f lint.Field) bool {
	image := f.Get("image")
	return image.Exists() && image.Node.Kind == lint.Scalar
}
