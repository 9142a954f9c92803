package kubernetes

import "github.com/stridelint/stridelint/lint"

// osLabels is the labels by which nodes tell their operating system
// (https://kubernetes.io/docs/reference/labels-annotations-taints/#kubernetes-io-os).
var osLabels = [...]string{"kubernetes.io/os", "beta.kubernetes.io/os"}

// nodeOS is the operating system of the nodes that a pod asks for, by a selector or by what it requires of every node.
func nodeOS(p form) lint.Val[string] {
	selector := p.get("nodeSelector")
	for _, label := range osLabels {
		if os := selector.Get(label); os.Exists() {
			return lint.Read(os, text)
		}
	}
	var os lint.Val[string]
	required := p.get("affinity").Get("nodeAffinity").Get("requiredDuringSchedulingIgnoredDuringExecution")
	for _, term := range required.Get("nodeSelectorTerms").Items() {
		of := osOfTerm(term)
		if !of.Known() || os.Known() && os.V != of.V {
			return lint.Val[string]{} // one term is enough for a node
		}
		os = of
	}
	return os
}

// osOfTerm is the one operating system that a term of a node's affinity allows, if it is one.
func osOfTerm(term lint.Field) lint.Val[string] {
	for _, expression := range term.Get("matchExpressions").Items() {
		key, values := lint.Read(expression.Get("key"), text), lint.ReadList(expression.Get("values"), text)
		if (key.Is(osLabels[0]) || key.Is(osLabels[1])) && lint.Read(expression.Get("operator"), text).Is("In") && len(values.Items) == 1 {
			return values.Items[0]
		}
	}
	return lint.Val[string]{}
}
