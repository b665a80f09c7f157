package abreast

import (
	"runtime"
	"testing"
)

func TestEachCallsEachOnce(t *testing.T) {
	for _, processors := range []int{1, 2, 7} {
		before := runtime.GOMAXPROCS(processors)
		for _, n := range []int{0, 1, 2, 31, 1000} {
			called := make([]int, n)
			Each(n, func(i int) { called[i]++ })
			for i, times := range called {
				if times != 1 {
					t.Errorf("with %d processors %d of %d was called %d times", processors, i, n, times)
				}
			}
		}
		runtime.GOMAXPROCS(before)
	}
}

func TestEachPassesFaultsOn(t *testing.T) {
	for _, n := range []int{1, 500} {
		func() {
			defer func() {
				if fault := recover(); fault != "broken" {
					t.Errorf("of %d: fault %v", n, fault)
				}
			}()
			Each(n, func(i int) {
				if i == n/2 {
					panic("broken")
				}
			})
			t.Errorf("of %d: the fault was lost", n)
		}()
	}
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
