// Package podsecurity holds the rules of the Pod Security Standards against Kubernetes' own evaluator, over the pods that it ships as
// its test data and over pods made by chance. It is a module of its own, so that what proves stridelint is not part of it.
package podsecurity
