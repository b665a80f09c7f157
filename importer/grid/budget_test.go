package grid

import (
	"strings"
	"testing"

	"taizhang/importer/finding"
)

// What is held and what is gone through is counted over the whole file; the first cost beyond a
// limit stops all that read it, and stays.
func TestBudget(t *testing.T) {
	asked := 0
	b := NewBudget(1, func() { asked++ })
	var before, after *Refusal
	b.Stops(&before)
	b.Hold(largeHeld)
	if asked != 0 {
		t.Error("a return is called large")
	}
	b.Hold(1)
	b.Hold(MaxHeld - largeHeld - 1)
	if asked != 1 || b.Over() != nil {
		t.Errorf("asked %d times, %+v", asked, b.Over())
	}
	b.Hold(1)
	b.Walk(MaxWalked + 1)
	b.Stops(&after)
	if bad := b.Over(); bad == nil || bad.Code != finding.FileTooLarge || !strings.Contains(bad.Found, "内存") || before != bad || after != bad {
		t.Errorf("%+v, %+v, %+v", b.Over(), before, after)
	}
}

func TestBudgetOfWork(t *testing.T) {
	b := NewBudget(2, nil) // nobody to ask
	for range 2 {
		b.Walk(MaxWalked)
		b.Hold(MaxHeld)
	}
	if b.Over() != nil {
		t.Errorf("%+v", b.Over())
	}
	if b.Walk(1); b.Over() == nil || b.Over().Code != finding.FileTooLarge {
		t.Errorf("%+v", b.Over())
	}
	var none *Budget
	none.Hold(1 << 40)
	none.Walk(1 << 40)
	none.Refuse(Damaged("x"))
	if none.Over() != nil {
		t.Error("no budget refuses")
	}
}
