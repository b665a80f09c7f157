package formkey

import (
	"slices"
	"testing"

	"taizhang/importer/period"
)

var autumn = period.Quarter{Year: 2021, N: 3}

func TestFormKeyReadsBack(t *testing.T) {
	for _, k := range []Key{
		{"3fa2b41c09de", autumn, "办公室"},
		{"3fa2b41c09de", period.Quarter{Year: 2022, N: 1}, "广电旅游和公共服务股(行政审批服务股)"},
		{"000000000000", autumn, "一/二 三"},
	} {
		if got, ok := Parse(" " + k.String() + "\n"); !ok || got != k {
			t.Errorf("%s reads %+v, %v", k, got, ok)
		}
	}
}

// A key that was counted up by dragging, or typed, is none.
func TestAChangedFormKeyIsNone(t *testing.T) {
	key := []rune(Key{"3fa2b41c09de", autumn, "办公室"}.String())
	for i := range key {
		for _, r := range "09af/室" {
			changed := slices.Clone(key)
			if changed[i] = r; r == key[i] {
				continue
			}
			if k, ok := Parse(string(changed)); ok {
				t.Errorf("%s is %+v", string(changed), k)
			}
		}
	}
	for _, s := range []string{"", "TZ1", "TZ1////", "TZ1/2021Q3/3fa2b41c09de//办公室", "办公室"} {
		if _, ok := Parse(s); ok {
			t.Errorf("%q is a key", s)
		}
	}
}

func FuzzParseFormKey(f *testing.F) {
	f.Add(Key{"3fa2b41c09de", autumn, "办公室"}.String())
	f.Add("TZ1/2021Q9/x/0000/")
	f.Fuzz(func(t *testing.T, s string) {
		if k, ok := Parse(s); ok {
			if again, ok := Parse(k.String()); !ok || again != k {
				t.Errorf("%q reads %+v, which reads %+v", s, k, again)
			}
		}
	})
}
