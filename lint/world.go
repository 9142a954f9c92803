package lint

// World is what rules know beyond the unit that they judge: facts that a user may extend or choose.
type World struct {
	Images ImageCatalogue // what is known of base images
	// KubernetesMinor is the minor version of Kubernetes 1.x whose Pod Security Standards hold; 0, the latest that is known.
	KubernetesMinor int
	// Settings is what the configuration says to rules that ask for it, by rule ID and name of the setting.
	Settings map[string]map[string][]string
}
