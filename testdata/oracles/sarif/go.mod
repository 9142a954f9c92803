module github.com/stridelint/stridelint/testdata/oracles/sarif

go 1.26.0

require (
	github.com/santhosh-tekuri/jsonschema/v6 v6.0.2
	github.com/stridelint/stridelint v0.0.0
)

require (
	github.com/owenrumney/go-sarif/v2 v2.3.3 // indirect
	golang.org/x/text v0.14.0 // indirect
)

replace github.com/stridelint/stridelint => ../../..
