// Package abreast does things side by side: many of a kind, as many at a time as there are
// processors, or one beside whatever comes next. Each puts its result in a place of its own,
// so that neither their number nor their order ever shows.
package abreast

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// pieces is into how many parts each processor's share is cut: one that is held up leaves
// the rest of its share to the others.
const pieces = 16

// Each calls do with each of 0 to n-1 and returns when all are done. A fault (panic) of a
// call is passed on to the caller, after the calls that were under way.
func Each(n int, do func(i int)) {
	workers := min(runtime.GOMAXPROCS(0), n)
	if workers <= 1 {
		for i := range n {
			do(i)
		}
		return
	}
	step := max(n/(workers*pieces), 1)
	var next atomic.Int64
	var fault atomic.Pointer[any]
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			defer func() {
				if f := recover(); f != nil {
					fault.CompareAndSwap(nil, &f)
				}
			}()
			for fault.Load() == nil {
				from := int(next.Add(int64(step))) - step
				if from >= n {
					return
				}
				for i := from; i < min(from+step, n); i++ {
					do(i)
				}
			}
		})
	}
	running.Wait()
	if f := fault.Load(); f != nil {
		panic(*f)
	}
}

// Start begins do and returns how to wait for its end. A fault (panic) of it is passed on
// to who waits.
func Start(do func()) (wait func()) {
	var fault any
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer func() { fault = recover() }()
		do()
	}()
	return func() {
		<-done
		if fault != nil {
			panic(fault)
		}
	}
}
