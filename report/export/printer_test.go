package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is printed key by key reads as if encoding/json had printed the whole.
func TestPrinterPrintsAsEncodingJSON(t *testing.T) {
	type item struct {
		Text    string   `json:"text"`
		Given   *string  `json:"given"`
		Texts   []string `json:"texts"`
		Numbers []int    `json:"numbers"`
		Count   *int     `json:"count"`
		Share   float64  `json:"share"`
		Yes     bool     `json:"yes"`
	}
	fields := func(p *printer, i *item) {
		p.text("text", i.Text)
		if i.Given == nil {
			p.null("given")
		} else {
			p.textOrNull("given", *i.Given)
		}
		p.texts("texts", i.Texts)
		p.numbers("numbers", i.Numbers)
		n := 0
		if i.Count != nil {
			n = *i.Count
		}
		p.numberOrNull("count", n, i.Count != nil)
		p.share("share", i.Share)
		p.yes("yes", i.Yes)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{`"[{\`, "<一>&\n", "\\\"", "\u2028", "“一”…\u2029", "\xff", "\x7f\u0085"}))
		items := rapid.SliceOf(rapid.Custom(func(t *rapid.T) item {
			return item{text.Draw(t, "text"), rapid.Ptr(text.Filter(func(s string) bool { return s != "" }), true).Draw(t, "given"),
				append([]string{}, rapid.SliceOf(text).Draw(t, "texts")...), append([]int{}, rapid.SliceOf(rapid.Int()).Draw(t, "numbers")...),
				rapid.Ptr(rapid.Int(), true).Draw(t, "count"), rapid.Float64().Draw(t, "share"), rapid.Bool().Draw(t, "yes")}
		})).Draw(t, "items")
		whole := struct {
			Unit  string         `json:"unit"`
			Items []item         `json:"items"`
			One   map[string]int `json:"one"`
		}{text.Draw(t, "unit"), append([]item{}, items...), map[string]int{}}
		var want, got bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(whole); err != nil {
			t.Fatal(err)
		}
		p := &printer{out: &got}
		p.open('{')
		p.text("unit", whole.Unit)
		list(p, "items", items, func(i *item) { fields(p, i) })
		p.object("one", func() {})
		p.close('}')
		p.b = append(p.b, '\n')
		p.flush()
		if p.err != nil || got.String() != want.String() {
			t.Fatalf("%v: printed\n%s\nwant\n%s", p.err, &got, &want)
		}
	})
}

func TestPrinterRefusesWhatIsNoNumber(t *testing.T) {
	p := &printer{out: &bytes.Buffer{}}
	p.share("share", math.NaN())
	if p.err == nil {
		t.Error("NaN was printed")
	}
}

// full takes so many bytes and no more.
type full int

func (f *full) Write(b []byte) (int, error) {
	if *f -= full(len(b)); *f < 0 {
		return 0, errors.New("no room")
	}
	return len(b), nil
}

func TestWriteSaysThatThereIsNoRoom(t *testing.T) {
	room := full(100)
	if err := Write(&room, small()); err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("error %v", err)
	}
}
