package kubernetes

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// embedding reads the pods within a custom resource, whatever its kind: its fields show by their shape what they are.
type embedding struct {
	*reader
	workload string
	tekton   bool // it is of Tekton's group
	layering layering
}

// embedded reads what stands in a custom resource, or in a template of OpenShift.
func (r *reader) embedded(f lint.Field, object *lint.Object) {
	if describesOthers(object.APIVersion.V) || !mayEmbed(f.Node, 0) {
		return
	}
	e := embedding{reader: r, workload: object.Kind.V, tekton: strings.HasPrefix(object.APIVersion.V, "tekton.dev/"), layering: layering{room: maxLaid}}
	w := walk{seen: map[*lint.Node]bool{}, visit: e.visit}
	defer func(outer bool) { r.within = outer }(r.within)
	r.within = true
	for _, entry := range f.Entries() {
		if key := entry.Key.Value; key != "metadata" && key != "status" {
			w.field(entry, f, subject(f, object), 1)
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
		case "containers", "container", "script", "steps", "sparkVersion", "securityContext", podTemplate:
			return true
		case "apiVersion":
			if depth > 0 {
				return true
			}
		}
		if slices.Contains(hostKeys[:], e.Key.Value) || mayEmbed(e.Value, depth+1) {
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

// walk goes through the mappings of a custom resource.
type walk struct {
	seen map[*lint.Node]bool
	// visit looks at a mapping, and tells whether that is all there is to it. Owner is the mapping around it, lists in between aside.
	visit func(f, owner lint.Field, subject string, depth int) bool
}

// field looks at a field and what stands in it.
func (w *walk) field(f, owner lint.Field, subject string, depth int) {
	if f.Node == nil || f.Node.Kind == lint.Scalar || w.seen[f.Node] || depth > maxEmbedding {
		return
	}
	w.seen[f.Node] = true
	if f.Node.Kind == lint.Sequence {
		for _, item := range f.Items() {
			w.field(item, owner, itemSubject(subject, f, item), depth+1)
		}
		return
	}
	if w.visit(f, owner, subject, depth) {
		return
	}
	for _, entry := range f.Entries() {
		w.field(entry, f, subject, depth+1)
	}
}

// visit reads a mapping that is an object or a pod.
func (e *embedding) visit(f, owner lint.Field, subject string, depth int) bool {
	switch form, isPod := e.podForm(f, owner, depth); {
	case isObject(f):
		e.object(f, lint.Val[string]{})
	case f.Key != nil && f.Key.Value == templateDefaults && owner.Get("templates").Exists():
		// They count where they take effect.
	case isPod:
		form.subject, form.workload = subject, e.workload
		e.pod(form)
	default:
		e.context(f, owner, subject)
		return false
	}
	return true
}

// hostKeys is the fields by which a pod asks for namespaces of the host. The values of charts hand them on; elsewhere they can be what a
// policy says of pods.
var hostKeys = [...]string{"hostNetwork", "hostPID", "hostIPC"}

// context reads a mapping that holds a security context and no containers: an operator makes a container of it, or a chart whose values
// they are. Those of workflows and of tasks that stand beside them count where they take effect.
func (e *embedding) context(f, owner lint.Field, subject string) {
	exists := func(key string) bool { return f.Get(key).Exists() }
	asksForHost := e.workload == "HelmRelease" && slices.ContainsFunc(hostKeys[:], exists)
	if f.Key == nil || !exists("securityContext") && !asksForHost || exists("templates") || owner.Get("taskSpec").Exists() {
		return
	}
	if lint.Read(f.Get("securityContext").Get("enabled"), boolean).Is(false) {
		return // as charts turn it off
	}
	e.pod(form{
		subject: subject, workload: e.workload, spec: f, security: "podSecurityContext", part: true,
		lists: []containerList{{key: f.Key.Value, noun: lint.Label(f.Key.Value), single: true, field: f}},
	})
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
func (e *embedding) podForm(f, owner lint.Field, depth int) (form, bool) {
	switch {
	case holdsContainers(f.Get("containers")):
		// The specification of a template is a whole one. Elsewhere an operator merges the containers into those it makes.
		whole := depth > 1 && f.Key != nil && f.Key.Value == "spec" && allHaveImages(f.Get("containers"))
		return form{spec: f, metadata: owner.Get("metadata"), lists: containerLists(f), part: !whole}, true
	case holdsImages(f.Get("steps")), hasImage(f.Get("stepTemplate")) && len(f.Get("steps").Items()) > 0:
		return e.taskForm(f, owner), true
	case e.tekton && f.Key != nil && f.Key.Value == podTemplate && !owner.Get("taskSpec").Exists():
		return form{spec: f, part: true}, true // of tasks that are written elsewhere
	case owner.Get("sparkVersion").Exists() && f.Key != nil && (f.Key.Value == "driver" || f.Key.Value == "executor"):
		return sparkForm(f, owner), true
	}
	template := e.withDefaults(f, owner.Get(templateDefaults))
	if hasImage(template.Get("container")) || hasImage(template.Get("script")) || holdsContainers(template.Get("containerSet").Get("containers")) {
		return workflowTemplate(template, owner), true
	}
	return form{}, false
}

// templateDefaults is what an Argo Workflow says for all its templates
// (https://argo-workflows.readthedocs.io/en/latest/template-defaults/).
const templateDefaults = "templateDefaults"

// withDefaults is a template of an Argo Workflow laid over the workflow's defaults. Those of another type of template stay out.
func (e *embedding) withDefaults(template, defaults lint.Field) lint.Field {
	types := [...]string{"container", "script", "containerSet"}
	runs := func(key string) bool { return template.Get(key).Exists() }
	if !isMapping(defaults) || !slices.ContainsFunc(types[:], runs) {
		return template
	}
	apt := standingFor(defaults)
	for _, entry := range defaults.Entries() {
		if !slices.Contains(types[:], entry.Key.Value) || runs(entry.Key.Value) {
			apt.Entries = append(apt.Entries, lint.Entry{Key: entry.Key, Value: entry.Reached()})
		}
	}
	return e.layering.mapping(template, lint.Root(apt))
}

// workflowTemplate is a template of an Argo Workflow: what it does not say of its pod, the workflow does
// (https://argo-workflows.readthedocs.io/en/latest/fields/#template).
func workflowTemplate(f, workflow lint.Field) form {
	return form{spec: f, around: workflow, metadata: f.Get("metadata"), part: true, lists: inFileOrder([]containerList{
		{key: "container", noun: "container", single: true, field: f.Get("container")},
		{key: "script", noun: "script", single: true, field: f.Get("script")},
		{key: "containers", noun: "container", field: f.Get("containerSet").Get("containers")},
		{key: "initContainers", noun: "init container", role: lint.Init, field: f.Get("initContainers")},
		{key: "sidecars", noun: "sidecar", field: f.Get("sidecars")},
	})}
}

// podTemplate is what a TaskRun or PipelineRun says of its pods (https://tekton.dev/docs/pipelines/podtemplates/).
const podTemplate = "podTemplate"

// taskForm is the specification of a Tekton Task, and what a TaskRun says of its pod. Each step is laid over the step template
// (https://tekton.dev/docs/pipelines/tasks/).
func (e *embedding) taskForm(f, run lint.Field) form {
	return form{spec: f, around: run.Get(podTemplate), part: true, lists: inFileOrder([]containerList{
		{key: "steps", noun: "step", field: e.steps(f)},
		{key: "sidecars", noun: "sidecar", field: f.Get("sidecars")},
	})}
}

// steps is the steps of a task with what they have of its step template. What a step refers to may say otherwise.
func (e *embedding) steps(task lint.Field) lint.Field {
	steps, template := task.Get("steps"), task.Get("stepTemplate")
	if !isMapping(template) || len(steps.Items()) == 0 {
		return steps
	}
	merged := standingFor(steps)
	for _, step := range steps.Items() {
		if !step.Get("ref").Exists() {
			step = e.layering.mapping(step, template)
		}
		merged.Items = append(merged.Items, step.Reached())
	}
	return lint.Root(merged)
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
