module github.com/stridelint/stridelint/testdata/oracles/editors

go 1.26.0
