package forms

import "testing"

func TestTheWordingIsWhole(t *testing.T) {
	w := Default()
	for name, text := range map[string]string{"sheet": w.Form.Sheet, "title": w.Form.Title, "slip": w.Slip.Title, "mend": w.Slip.Mend["empty-return"].Do,
		"deadline": w.Slip.Deadline, "steps": w.Slip.Again.Steps[0], "list": w.Year.ListTitle, "setting": w.Year.Settings[0].Note} {
		if text == "" {
			t.Errorf("%s: no wording", name)
		}
	}
	for code, m := range w.Slip.Mend {
		if m.Wanted == "" || m.Do == "" {
			t.Errorf("%s: %+v", code, m)
		}
	}
}

func TestFill(t *testing.T) {
	for text, want := range map[string]string{
		"{单位}{季度}{别的}": "某局{单位}{别的}",
		"":             "",
		"没有空格":         "没有空格",
		"{{单位}}":       "{某局}",
		"{单位":          "{单位",
		"}{单位}{":       "}某局{",
		"{}":           "{}",
	} {
		if got := Fill(text, "单位", "某局", "季度", "{单位}", "单位", "又一个"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

// BenchmarkDefault is what the wording costs whoever asks for it again.
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Default()
	}
}
