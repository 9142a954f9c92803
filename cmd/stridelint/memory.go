package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

const (
	// leastMemory is how much memory a run takes before it collects its garbage more often, in bytes, and memoryPerFile how much
	// more it takes for each of its files: what is found in them is kept until the end.
	leastMemory   = 44 << 20
	memoryPerFile = 5 << 10
)

// limitMemory sets how much memory a run of some files is to take, unless GOMEMLIMIT says so. It is a wish: a run that has to keep
// more is given more, or it would do nothing but collect.
func limitMemory(files int) {
	if os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	// A run is short and its garbage small beside its trees: collecting less often is a quarter faster.
	debug.SetGCPercent(400)
	debug.SetMemoryLimit(leastMemory + int64(files)*memoryPerFile)
	afterCollection(raiseLimit)
}

// raiseLimit leaves room for as much garbage again as half of what is in use, once that comes near the limit.
func raiseLimit() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if inUse := int64(live[0].Value.Uint64()); inUse+inUse/4 > debug.SetMemoryLimit(-1) {
		debug.SetMemoryLimit(inUse + inUse/2)
	}
}

// afterCollection does something each time garbage was collected.
func afterCollection(do func()) {
	garbage := new([16]byte)
	runtime.AddCleanup(garbage, func(do func()) {
		do()
		afterCollection(do)
	}, do)
}
