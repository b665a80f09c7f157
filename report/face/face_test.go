package face

import (
	"strings"
	"testing"

	"taizhang/templates/faces"
)

func TestEmbeddedCoverage(t *testing.T) {
	set := Embedded()
	for role := Title; role < roles; role++ {
		f := set.Font(role)
		if f == nil {
			t.Fatalf("%s: no face", role.Label())
		}
		for _, r := range "政务公开—，。、；：？！“”‘’（）〔〕《》…％〓〇①②√×℃０１ABCabc0123456789%.,()-镕喆堃" {
			if !f.Has(r) {
				t.Errorf("%s (%s) lacks %c", role.Label(), f.Name, r)
			}
		}
		for _, r := range "政，“”—〔…" {
			if got := f.Advance(r); got != 1 {
				t.Errorf("%s: %c is %v ems wide, want 1", role.Label(), r, got)
			}
		}
	}
}

// A standard character beyond the BMP prints, one that no face has does not.
func TestPick(t *testing.T) {
	set := Embedded()
	if f := set.Pick(Body, '𬀩'); f != set.Font(Body) {
		t.Errorf("𬀩 is printed with %v, want the body's own face", f)
	}
	if f := set.Pick(Body, '𠮷'); f != set.Font(Sub) {
		t.Error("𠮷 does not fall back on the only face that has it")
	}
	if f := set.Pick(Body, '\U0001F600'); f != nil {
		t.Errorf("an emoji is printed with %s", f.Name)
	}
	if got := set.Advance(Body, '\U0001F600'); got != 1 {
		t.Errorf("the substitute is %v ems wide, want 1", got)
	}
}

func TestPickFallsBack(t *testing.T) {
	set := Embedded()
	sub, err := set.Font(Sub).Cut([]rune("的一，。台账"), nil)
	if err != nil {
		t.Fatal(err)
	}
	small, err := Open(sub.Data)
	if err != nil {
		t.Fatal(err)
	}
	set.byRole[Body] = small[0]
	for r, want := range map[rune]*Font{'台': small[0], '政': set.spare[Body]} {
		if got := set.Pick(Body, r); got != want {
			t.Errorf("Pick(仿宋, %c) = %s, want %s", r, got.Name, want.Name)
		}
	}
}

func TestUses(t *testing.T) {
	uses := Embedded().Uses()
	if len(uses) != 5 || uses[1].Role != Body || uses[1].Name != "Taizhang Body" || uses[1].File != "" {
		t.Errorf("uses = %+v", uses)
	}
	set := Embedded()
	own := *set.byRole[Body]
	own.File = "C/simfang.ttf"
	for _, tc := range []struct {
		roles []Role
		want  string
	}{{nil, "内置"}, {[]Role{Body}, "仿宋（simfang.ttf），其余内置"}, {[]Role{Title, Body, Heading, Sub, Number}, "小标宋（simfang.ttf）、仿宋（simfang.ttf）、黑体（simfang.ttf）、楷体（simfang.ttf）、宋体（simfang.ttf）"}} {
		set := Embedded()
		for _, role := range tc.roles {
			set.byRole[role] = &own
		}
		if got := set.String(); got != tc.want {
			t.Errorf("%s, want %s", got, tc.want)
		}
	}
}

func TestOpenRefuses(t *testing.T) {
	good := faces.Sub()
	cff := append([]byte("OTTO"), good[4:]...)
	for i := range 20 { // the directory names CFF outlines instead of TrueType ones
		if tag := cff[12+16*i:]; string(tag[:4]) == "glyf" {
			copy(tag, "CFF ")
			break
		}
	}
	forbidden := append([]byte(nil), good...)
	tables, _ := readTables(forbidden, 0)
	tables["OS/2"][9] = 2
	for name, tc := range map[string]struct {
		data []byte
		want error
	}{
		"empty":     {nil, errNotFont},
		"text":      {[]byte("这不是字体，这是一段文字，后面什么也没有。"), errNotFont},
		"truncated": {good[:len(good)/2], errNotFont},
		"outlines":  {cff, errOutlines},
		"forbidden": {forbidden, errForbidden},
		"no faces":  {[]byte("ttcf\x00\x01\x00\x00\x00\x00\x00\x00"), errNotFont},
	} {
		fonts, err := Open(tc.data)
		if fonts != nil || err == nil || !strings.Contains(err.Error(), tc.want.Error()) {
			t.Errorf("%s: Open = %v, %v; want %v", name, fonts, err, tc.want)
		}
	}
}
