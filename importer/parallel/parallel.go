// Package parallel does things side by side: one for many items, or one beside whatever comes
// next. What it is given keeps its results in places of their own, by the item's number, so
// that neither the order of the work nor the number of workers ever shows.
package parallel

import (
	"iter"
	"runtime"
	"sync"
	"sync/atomic"
)

// Each calls do for every number from 0 up to, not including, n. A fault of one call is
// passed on to the caller.
func Each(n int, do func(i int)) {
	Shares(n, func(share iter.Seq[int]) {
		for i := range share {
			do(i)
		}
	})
}

// Shares is Each for work that keeps something from one item to the next: work is called
// once by each worker, and takes its share of the numbers one by one, as they are left.
func Shares(n int, work func(share iter.Seq[int])) {
	var taken atomic.Int64
	share := func(yield func(int) bool) {
		for {
			i := int(taken.Add(1)) - 1
			if i >= n || !yield(i) {
				return
			}
		}
	}
	faults := make([]any, min(n, runtime.GOMAXPROCS(0)))
	var workers sync.WaitGroup
	for k := range faults {
		workers.Go(func() {
			defer func() { faults[k] = recover() }()
			work(share)
		})
	}
	workers.Wait()
	for _, fault := range faults {
		if fault != nil {
			panic(fault)
		}
	}
}

// Start begins do and returns how to wait for its end. A fault of it is passed on to who
// waits.
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
