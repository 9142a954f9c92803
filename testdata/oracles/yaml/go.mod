module github.com/stridelint/stridelint/testdata/oracles/yaml

go 1.26.0

require (
	github.com/stridelint/stridelint v0.0.0
	sigs.k8s.io/yaml v1.6.0
)

require (
	go.yaml.in/yaml/v2 v2.4.4 // indirect
	go.yaml.in/yaml/v4 v4.0.0 // indirect
)

replace github.com/stridelint/stridelint => ../../..
