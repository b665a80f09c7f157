package export

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// What is printed item by item reads as if encoding/json had printed the whole.
func TestPrinterPrintsAsEncodingJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		type item struct {
			Text  string            `json:"text"`
			Given *string           `json:"given"`
			List  []string          `json:"list"`
			Map   map[string]string `json:"map"`
			Deep  []map[string]int  `json:"deep"`
			Share float64           `json:"share"`
		}
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{`"[{\`, "<一>&\n", "\\\"", "\u2028"}))
		items := rapid.SliceOf(rapid.Custom(func(t *rapid.T) item {
			return item{text.Draw(t, "text"), rapid.Ptr(text, true).Draw(t, "given"), rapid.SliceOf(text).Draw(t, "list"),
				rapid.MapOf(text, text).Draw(t, "map"), rapid.SliceOf(rapid.MapOf(text, rapid.Int())).Draw(t, "deep"),
				rapid.Float64Range(-1e9, 1e9).Draw(t, "share")}
		})).Draw(t, "items")
		whole := struct {
			Unit  string `json:"unit"`
			Items []item `json:"items"`
			One   item   `json:"one"`
		}{text.Draw(t, "unit"), filled(items), item{}}
		var want, got bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(whole); err != nil {
			t.Fatal(err)
		}
		p := newPrinter(&got)
		p.value("unit", whole.Unit)
		list(p, "items", items, func(i *item) item { return *i })
		p.value("one", whole.One)
		if err := p.close(); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Fatalf("printed\n%s\nwant\n%s", &got, &want)
		}
	})
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
