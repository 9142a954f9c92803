package knowledge

// Schema is the fields that an object of the Kubernetes API has.
type Schema struct {
	Name   string // what has them: "a container"
	Fields []Field
}

// Field is the field of a name, or nil.
func (s *Schema) Field(name string) *Field {
	for i := range s.Fields {
		if s.Fields[i].Name == name {
			return &s.Fields[i]
		}
	}
	return nil
}

// Names is the names of all fields.
func (s *Schema) Names() []string {
	names := make([]string, len(s.Fields))
	for i := range s.Fields {
		names[i] = s.Fields[i].Name
	}
	return names
}

// Field is one field of an object.
type Field struct {
	Name   string
	Type   FieldType
	Shape  FieldShape
	Fields *Schema // of a mapping whose fields are known
}

// FieldType is what a field, or each item of one, holds.
type FieldType uint8

const (
	AnyField FieldType = iota
	BoolField
	IntField
	TextField
	IntOrTextField
	QuantityField
	MappingField
)

// FieldShape is whether a field holds one thing or many.
type FieldShape uint8

const (
	One FieldShape = iota
	ListOf
	MapOf // by names that anyone may choose
)

// The tables below are the JSON names and Go types in k8s.io/api/core/v1, v0.37.2 (Kubernetes 1.37), read in November 2026.

// PodSpec is the specification of a pod. Its containers are left to Container.
var PodSpec = Schema{"a pod's spec", []Field{
	{Name: "activeDeadlineSeconds", Type: IntField},
	{Name: "affinity", Type: MappingField},
	{Name: "automountServiceAccountToken", Type: BoolField},
	{Name: "containers", Type: AnyField},
	{Name: "dnsConfig", Type: MappingField},
	{Name: "dnsPolicy", Type: TextField},
	{Name: "enableServiceLinks", Type: BoolField},
	{Name: "ephemeralContainers", Type: AnyField},
	{Name: "evictionResponders", Type: MappingField, Shape: ListOf},
	{Name: "hostAliases", Type: MappingField, Shape: ListOf, Fields: &hostAlias},
	{Name: "hostIPC", Type: BoolField},
	{Name: "hostNetwork", Type: BoolField},
	{Name: "hostPID", Type: BoolField},
	{Name: "hostUsers", Type: BoolField},
	{Name: "hostname", Type: TextField},
	{Name: "hostnameOverride", Type: TextField},
	{Name: "imagePullSecrets", Type: MappingField, Shape: ListOf},
	{Name: "initContainers", Type: AnyField},
	{Name: "nodeName", Type: TextField},
	{Name: "nodeSelector", Type: TextField, Shape: MapOf},
	{Name: "os", Type: MappingField, Fields: &podOS},
	{Name: "overhead", Type: QuantityField, Shape: MapOf},
	{Name: "preemptionPolicy", Type: TextField},
	{Name: "priority", Type: IntField},
	{Name: "priorityClassName", Type: TextField},
	{Name: "readinessGates", Type: MappingField, Shape: ListOf},
	{Name: "resourceClaims", Type: MappingField, Shape: ListOf},
	{Name: "resources", Type: MappingField, Fields: &ResourceRequirements},
	{Name: "restartPolicy", Type: TextField},
	{Name: "runtimeClassName", Type: TextField},
	{Name: "schedulerName", Type: TextField},
	{Name: "schedulingGates", Type: MappingField, Shape: ListOf},
	{Name: "schedulingGroup", Type: MappingField},
	{Name: "securityContext", Type: MappingField, Fields: &PodSecurityContext},
	{Name: "serviceAccount", Type: TextField},
	{Name: "serviceAccountName", Type: TextField},
	{Name: "setHostnameAsFQDN", Type: BoolField},
	{Name: "shareProcessNamespace", Type: BoolField},
	{Name: "subdomain", Type: TextField},
	{Name: "terminationGracePeriodSeconds", Type: IntField},
	{Name: "tolerations", Type: MappingField, Shape: ListOf},
	{Name: "topologySpreadConstraints", Type: MappingField, Shape: ListOf},
	{Name: "volumes", Type: MappingField, Shape: ListOf, Fields: &volume},
}}

// PodSecurityContext is the security context of a pod.
var PodSecurityContext = Schema{"a pod's securityContext", []Field{
	{Name: "appArmorProfile", Type: MappingField, Fields: &appArmorProfile},
	{Name: "fsGroup", Type: IntField},
	{Name: "fsGroupChangePolicy", Type: TextField},
	{Name: "runAsGroup", Type: IntField},
	{Name: "runAsNonRoot", Type: BoolField},
	{Name: "runAsUser", Type: IntField},
	{Name: "seLinuxChangePolicy", Type: TextField},
	{Name: "seLinuxOptions", Type: MappingField, Fields: &seLinuxOptions},
	{Name: "seccompProfile", Type: MappingField, Fields: &seccompProfile},
	{Name: "supplementalGroups", Type: IntField, Shape: ListOf},
	{Name: "supplementalGroupsPolicy", Type: TextField},
	{Name: "sysctls", Type: MappingField, Shape: ListOf, Fields: &sysctl},
	{Name: "windowsOptions", Type: MappingField, Fields: &windowsSecurityContextOptions},
}}

// Container is a container; targetContainerName is of ephemeral ones alone.
var Container = Schema{"a container", []Field{
	{Name: "args", Type: TextField, Shape: ListOf},
	{Name: "command", Type: TextField, Shape: ListOf},
	{Name: "env", Type: MappingField, Shape: ListOf, Fields: &envVar},
	{Name: "envFrom", Type: MappingField, Shape: ListOf},
	{Name: "image", Type: TextField},
	{Name: "imagePullPolicy", Type: TextField},
	{Name: "lifecycle", Type: MappingField, Fields: &lifecycle},
	{Name: "livenessProbe", Type: MappingField, Fields: &probe},
	{Name: "name", Type: TextField},
	{Name: "ports", Type: MappingField, Shape: ListOf, Fields: &containerPort},
	{Name: "readinessProbe", Type: MappingField, Fields: &probe},
	{Name: "resizePolicy", Type: MappingField, Shape: ListOf},
	{Name: "resources", Type: MappingField, Fields: &ResourceRequirements},
	{Name: "restartPolicy", Type: TextField},
	{Name: "restartPolicyRules", Type: MappingField, Shape: ListOf},
	{Name: "securityContext", Type: MappingField, Fields: &SecurityContext},
	{Name: "startupProbe", Type: MappingField, Fields: &probe},
	{Name: "stdin", Type: BoolField},
	{Name: "stdinOnce", Type: BoolField},
	{Name: "targetContainerName", Type: TextField},
	{Name: "terminationMessagePath", Type: TextField},
	{Name: "terminationMessagePolicy", Type: TextField},
	{Name: "tty", Type: BoolField},
	{Name: "volumeDevices", Type: MappingField, Shape: ListOf},
	{Name: "volumeMounts", Type: MappingField, Shape: ListOf, Fields: &volumeMount},
	{Name: "workingDir", Type: TextField},
}}

// SecurityContext is the security context of a container.
var SecurityContext = Schema{"a container's securityContext", []Field{
	{Name: "allowPrivilegeEscalation", Type: BoolField},
	{Name: "appArmorProfile", Type: MappingField, Fields: &appArmorProfile},
	{Name: "capabilities", Type: MappingField, Fields: &Capabilities},
	{Name: "privileged", Type: BoolField},
	{Name: "procMount", Type: TextField},
	{Name: "readOnlyRootFilesystem", Type: BoolField},
	{Name: "runAsGroup", Type: IntField},
	{Name: "runAsNonRoot", Type: BoolField},
	{Name: "runAsUser", Type: IntField},
	{Name: "seLinuxOptions", Type: MappingField, Fields: &seLinuxOptions},
	{Name: "seccompProfile", Type: MappingField, Fields: &seccompProfile},
	{Name: "windowsOptions", Type: MappingField, Fields: &windowsSecurityContextOptions},
}}

// Capabilities is what a container is given and what is taken from it.
var Capabilities = Schema{"capabilities", []Field{
	{Name: "add", Type: TextField, Shape: ListOf},
	{Name: "drop", Type: TextField, Shape: ListOf},
}}

var seccompProfile = Schema{"a seccompProfile", []Field{
	{Name: "localhostProfile", Type: TextField},
	{Name: "type", Type: TextField},
}}

var appArmorProfile = Schema{"an appArmorProfile", []Field{
	{Name: "localhostProfile", Type: TextField},
	{Name: "type", Type: TextField},
}}

var seLinuxOptions = Schema{"seLinuxOptions", []Field{
	{Name: "level", Type: TextField},
	{Name: "role", Type: TextField},
	{Name: "type", Type: TextField},
	{Name: "user", Type: TextField},
}}

var windowsSecurityContextOptions = Schema{"windowsOptions", []Field{
	{Name: "gmsaCredentialSpec", Type: TextField},
	{Name: "gmsaCredentialSpecName", Type: TextField},
	{Name: "hostProcess", Type: BoolField},
	{Name: "runAsUserName", Type: TextField},
}}

var sysctl = Schema{"a sysctl", []Field{
	{Name: "name", Type: TextField},
	{Name: "value", Type: TextField},
}}

var containerPort = Schema{"a port", []Field{
	{Name: "containerPort", Type: IntField},
	{Name: "hostIP", Type: TextField},
	{Name: "hostPort", Type: IntField},
	{Name: "name", Type: TextField},
	{Name: "protocol", Type: TextField},
}}

var volumeMount = Schema{"a volume mount", []Field{
	{Name: "bindMountOptions", Type: TextField, Shape: ListOf},
	{Name: "mountPath", Type: TextField},
	{Name: "mountPropagation", Type: TextField},
	{Name: "name", Type: TextField},
	{Name: "readOnly", Type: BoolField},
	{Name: "recursiveReadOnly", Type: TextField},
	{Name: "subPath", Type: TextField},
	{Name: "subPathExpr", Type: TextField},
}}

var envVar = Schema{"a variable", []Field{
	{Name: "name", Type: TextField},
	{Name: "value", Type: TextField},
	{Name: "valueFrom", Type: MappingField},
}}

// ResourceRequirements is limits and requests.
var ResourceRequirements = Schema{"resources", []Field{
	{Name: "claims", Type: MappingField, Shape: ListOf},
	{Name: "limits", Type: QuantityField, Shape: MapOf},
	{Name: "requests", Type: QuantityField, Shape: MapOf},
}}

var probe = Schema{"a probe", []Field{
	{Name: "exec", Type: MappingField, Fields: &execAction},
	{Name: "failureThreshold", Type: IntField},
	{Name: "grpc", Type: MappingField, Fields: &grpcAction},
	{Name: "httpGet", Type: MappingField, Fields: &httpGetAction},
	{Name: "initialDelaySeconds", Type: IntField},
	{Name: "periodSeconds", Type: IntField},
	{Name: "successThreshold", Type: IntField},
	{Name: "tcpSocket", Type: MappingField, Fields: &tcpSocketAction},
	{Name: "terminationGracePeriodSeconds", Type: IntField},
	{Name: "timeoutSeconds", Type: IntField},
}}

var lifecycle = Schema{"lifecycle", []Field{
	{Name: "postStart", Type: MappingField, Fields: &lifecycleHandler},
	{Name: "preStop", Type: MappingField, Fields: &lifecycleHandler},
	{Name: "stopSignal", Type: TextField},
}}

var lifecycleHandler = Schema{"a lifecycle hook", []Field{
	{Name: "exec", Type: MappingField, Fields: &execAction},
	{Name: "httpGet", Type: MappingField, Fields: &httpGetAction},
	{Name: "sleep", Type: MappingField},
	{Name: "tcpSocket", Type: MappingField, Fields: &tcpSocketAction},
}}

var httpGetAction = Schema{"httpGet", []Field{
	{Name: "host", Type: TextField},
	{Name: "httpHeaders", Type: MappingField, Shape: ListOf},
	{Name: "path", Type: TextField},
	{Name: "port", Type: IntOrTextField},
	{Name: "protocol", Type: TextField},
	{Name: "scheme", Type: TextField},
}}

var tcpSocketAction = Schema{"tcpSocket", []Field{
	{Name: "host", Type: TextField},
	{Name: "port", Type: IntOrTextField},
}}

var grpcAction = Schema{"grpc", []Field{
	{Name: "mode", Type: TextField},
	{Name: "port", Type: IntField},
	{Name: "service", Type: TextField},
}}

var execAction = Schema{"exec", []Field{
	{Name: "command", Type: TextField, Shape: ListOf},
}}

var hostAlias = Schema{"a host alias", []Field{
	{Name: "hostnames", Type: TextField, Shape: ListOf},
	{Name: "ip", Type: TextField},
}}

var podOS = Schema{"os", []Field{
	{Name: "name", Type: TextField},
}}

var volume = Schema{"a volume", []Field{
	{Name: "awsElasticBlockStore", Type: MappingField},
	{Name: "azureDisk", Type: MappingField},
	{Name: "azureFile", Type: MappingField},
	{Name: "cephfs", Type: MappingField},
	{Name: "cinder", Type: MappingField},
	{Name: "configMap", Type: MappingField},
	{Name: "csi", Type: MappingField},
	{Name: "downwardAPI", Type: MappingField},
	{Name: "emptyDir", Type: MappingField},
	{Name: "ephemeral", Type: MappingField},
	{Name: "fc", Type: MappingField},
	{Name: "flexVolume", Type: MappingField},
	{Name: "flocker", Type: MappingField},
	{Name: "gcePersistentDisk", Type: MappingField},
	{Name: "gitRepo", Type: MappingField},
	{Name: "glusterfs", Type: MappingField},
	{Name: "hostPath", Type: MappingField, Fields: &hostPathVolumeSource},
	{Name: "image", Type: MappingField},
	{Name: "iscsi", Type: MappingField},
	{Name: "name", Type: TextField},
	{Name: "nfs", Type: MappingField},
	{Name: "persistentVolumeClaim", Type: MappingField},
	{Name: "photonPersistentDisk", Type: MappingField},
	{Name: "portworxVolume", Type: MappingField},
	{Name: "projected", Type: MappingField},
	{Name: "quobyte", Type: MappingField},
	{Name: "rbd", Type: MappingField},
	{Name: "scaleIO", Type: MappingField},
	{Name: "secret", Type: MappingField},
	{Name: "storageos", Type: MappingField},
	{Name: "vsphereVolume", Type: MappingField},
}}

var hostPathVolumeSource = Schema{"a hostPath", []Field{
	{Name: "path", Type: TextField},
	{Name: "type", Type: TextField},
}}

// ObjectMeta is the metadata of an object, as k8s.io/apimachinery/pkg/apis/meta/v1 has it in v0.37.2.
var ObjectMeta = Schema{"metadata", []Field{
	{Name: "annotations", Type: TextField, Shape: MapOf},
	{Name: "creationTimestamp", Type: TextField},
	{Name: "deletionGracePeriodSeconds", Type: IntField},
	{Name: "deletionTimestamp", Type: TextField},
	{Name: "finalizers", Type: TextField, Shape: ListOf},
	{Name: "generateName", Type: TextField},
	{Name: "generation", Type: IntField},
	{Name: "labels", Type: TextField, Shape: MapOf},
	{Name: "managedFields", Type: MappingField, Shape: ListOf},
	{Name: "name", Type: TextField},
	{Name: "namespace", Type: TextField},
	{Name: "ownerReferences", Type: MappingField, Shape: ListOf},
	{Name: "resourceVersion", Type: TextField},
	{Name: "selfLink", Type: TextField},
	{Name: "uid", Type: TextField},
}}

// Object is what every object has.
var Object = Schema{"an object", []Field{
	{Name: "apiVersion", Type: TextField},
	{Name: "kind", Type: TextField},
	{Name: "metadata", Type: MappingField},
}}
