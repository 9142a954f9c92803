package kubernetes

import "github.com/stridelint/stridelint/lint"

// ShareAccounts lets what the service accounts of a file say of their token hold for the pods of the same file that run as them and
// say nothing themselves (https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/).
func ShareAccounts(units []*lint.Unit) {
	type account struct{ namespace, name string }
	tokens := map[account]lint.Val[bool]{}
	for _, u := range units {
		for _, o := range u.Objects {
			if o.Kind.Is("ServiceAccount") && o.APIVersion.Is("v1") {
				tokens[account{o.Namespace.V, o.Name.V}] = o.Bool("automountServiceAccountToken")
			}
		}
	}
	if len(tokens) == 0 {
		return
	}
	for _, u := range units {
		for _, o := range u.Objects {
			for _, pod := range o.Pods {
				name := pod.ServiceAccount.V
				if name == "" {
					name = "default"
				}
				if token := tokens[account{o.Namespace.V, name}]; pod.AutomountToken.Absent() && token.Known() {
					pod.AutomountToken = token
				}
			}
		}
	}
}
