module github.com/stridelint/stridelint/testdata/oracles/precommit

go 1.26.0
