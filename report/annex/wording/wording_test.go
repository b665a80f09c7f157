package wording

import (
	"fmt"
	"testing"

	"taizhang/report/annex/internal/trial"
	annexwords "taizhang/templates/annex"
)

func TestTry(t *testing.T) {
	list, err := trial.Seed("../../../seeds/2021-task-list.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range []any{trial.Year(list, 10, false), trial.Year(list[:1], 1, true), trial.Year(nil, 0, true)} {
		_ = e
	}
	for _, c := range []struct {
		n, d int
		calm bool
	}{{33, 10, false}, {1, 1, true}, {0, 0, true}} {
		bs, err := Blocks(trial.Year(list[:c.n], c.d, c.calm), annexwords.Default())
		if err != nil {
			t.Fatal(err)
		}
		fmt.Println("=======")
		for _, b := range bs {
			fmt.Printf("%d %s %s %v\n", b.Kind, b.Text, b.Name, b.Rows)
		}
	}
}
