package parallel

import (
	"iter"
	"sync/atomic"
	"testing"
)

func TestEachNumberOnce(t *testing.T) {
	for _, n := range []int{0, 1, 2, 3, 1000} {
		calls := make([]atomic.Int32, n)
		Each(n, func(i int) { calls[i].Add(1) })
		for i := range calls {
			if got := calls[i].Load(); got != 1 {
				t.Errorf("of %d, number %d was done %d times", n, i, got)
			}
		}
	}
}

func TestSharesAreTheWhole(t *testing.T) {
	var sum atomic.Int64
	Shares(1000, func(share iter.Seq[int]) {
		own := 0 // no other worker sees it
		for i := range share {
			own += i
		}
		sum.Add(int64(own))
	})
	if sum.Load() != 999*1000/2 {
		t.Errorf("the shares add up to %d", sum.Load())
	}
}

func TestFaultIsPassedOn(t *testing.T) {
	defer func() {
		if fault := recover(); fault != "the seventh" {
			t.Errorf("got %v", fault)
		}
	}()
	Each(100, func(i int) {
		if i == 7 {
			panic("the seventh")
		}
	})
	t.Error("the fault was kept")
}

func TestStart(t *testing.T) {
	done := false
	wait := Start(func() { done = true })
	if wait(); !done {
		t.Error("nothing was waited for")
	}
	defer func() {
		if fault := recover(); fault != "broken" {
			t.Errorf("fault %v", fault)
		}
	}()
	Start(func() { panic("broken") })()
	t.Error("the fault was lost")
}
