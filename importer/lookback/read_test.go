package lookback

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"

	"taizhang/importer/status"

	"github.com/google/go-cmp/cmp"
)

// cut is a ledger of the sample year, cut down to four requirements.
func cut(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/2020.json")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestReadsWhatWasWritten(t *testing.T) {
	for name, data := range map[string][]byte{"as written": cut(t), "saved with a mark": append([]byte("\uFEFF"), cut(t)...)} {
		y, err := Read(bytes.NewReader(data), "上年/台账.json")
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if y.File != "上年/台账.json" || y.Year != 2020 || y.AsOf.String() != "2020Q4" || y.Unit != "示例市文化广电旅游体育局" || len(y.Sum) != 64 {
			t.Errorf("%s: %+v", name, y)
		}
		var got []string
		for _, r := range y.Requirements {
			got = append(got, fmt.Sprintf("%d %s %s %s", r.No, r.Key, r.At(1).Status, r.At(4).Status))
		}
		want := []string{"1 e628764f001a in_progress behind", "2 326323b52372 in_progress completed",
			"3 a7240c4bacbe not_started completed", "4 3f1b07678c5a ongoing in_progress"}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
		if r := y.Requirements[3]; r.Task != "做好市场规则标准和监管执法信息公开" || r.Text != "加强行政执法信息公开。" || !r.At(4).Active {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

// ledger is a small ledger as text; each test breaks it in one place.
const ledger = `{"version":1,"year":2020,"unit":"示例局","as_of":"2020Q2","tasks":[{"no":1,"title":"公开"}],
"requirements":[{"no":1,"number":"1","key":"aa","task":1,"text":"甲。","active":null},{"no":2,"number":"2","key":"bb","task":1,"text":"乙。","active":{"from":null,"until":"2020Q2","note":""}}],
"entries":[{"x":[1,{"y":2}]}],"standings":[{"requirement":1,"quarter":"2020Q1","status":"behind"},{"requirement":1,"quarter":"2020Q2","status":"completed","overdue":true},
{"requirement":2,"quarter":"2020Q1","status":"ongoing"},{"requirement":2,"quarter":"2020Q2","status":"not_reported"}],"figures":{"a":1,"b":{}}}`

func TestOlderLedgersSayActiveByTheirSpans(t *testing.T) {
	y, err := Read(strings.NewReader(ledger), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	first, second := y.Requirements[0], y.Requirements[1]
	if !first.At(2).Active || !first.At(2).Overdue || !second.At(1).Active || second.At(2).Active {
		t.Errorf("%+v", y.Requirements)
	}
}

func TestRefusals(t *testing.T) {
	for _, c := range []struct{ old, new, why string }{
		{ledger, "", "不是台账.json"},
		{ledger, "PK\x03\x04", "不是台账.json"},
		{ledger, "[]", "不是台账.json"},
		{ledger, "{}", "不是台账.json，或者缺少内容"},
		{`"version":1`, `"version":2`, "是第 2 版的台账，本程序只认第 1 版"},
		{`"version":1,`, ``, "不是台账.json，或者缺少内容"},
		{`"version":1`, `"version":"1"`, "内容不完整，或者被改动过"},
		{`"unit"`, `"year"`, "“year”写了两遍"},
		{`"b":{}}}`, `"b":{}`, "内容不完整，或者被改动过"},
		{`"b":{}}}`, `"b":{}}}{}`, "内容不完整，或者被改动过"},
		{`示例局`, "\xca\xbe\xc0\xfd", "文字成了乱码，可能被别的软件另存过"},
		{`"as_of":"2020Q2"`, `"as_of":"2021Q2"`, "看不出是哪一年、截至哪个季度的"},
		{`"as_of":"2020Q2"`, `"as_of":"全年"`, "看不出是哪一年、截至哪个季度的"},
		{`"no":2,`, `"no":3,`, "第 2 条具体要求不完整"},
		{`"key":"bb"`, `"key":""`, "第 2 条具体要求不完整"},
		{`"task":1,"text":"甲。"`, `"task":7,"text":"甲。"`, "第 1 条具体要求不完整"},
		{`甲。`, strings.Repeat("长", maxText), "第 1 条具体要求不完整"},
		{`"until":"2020Q2"`, `"until":"明年"`, "第 2 条具体要求的启用、停用季度看不懂"},
		{`"status":"completed"`, `"status":"done"`, "第 1 条具体要求的状态看不懂"},
		{`{"requirement":2,"quarter":"2020Q1"`, `{"requirement":9,"quarter":"2020Q1"`, "进度与具体要求对不上"},
		{`{"requirement":2,"quarter":"2020Q1"`, `{"requirement":2,"quarter":"2020Q3"`, "进度与具体要求对不上"},
		{`{"requirement":2,"quarter":"2020Q1"`, `{"requirement":2,"quarter":"2020Q2"`, "第 2 条具体要求的进度写了两遍"},
		{`,{"requirement":1,"quarter":"2020Q2","status":"completed","overdue":true}`, ``, "第 1 条具体要求缺少进度"},
	} {
		broken := strings.Replace(ledger, c.old, c.new, 1)
		if broken == ledger {
			t.Fatalf("%q is not in the ledger", c.old)
		}
		_, err := Read(strings.NewReader(broken), "a.json")
		var refusal *Refusal
		if !errors.As(err, &refusal) || refusal.Why != c.why {
			t.Errorf("%q for %q: %v, want %s", c.new, c.old, err, c.why)
		}
	}
}

// A disk that fails in the middle is no fault of the file.
func TestReaderFails(t *testing.T) {
	failed := errors.New("disk")
	_, err := Read(io.MultiReader(strings.NewReader(ledger[:200]), iotest.ErrReader(failed)), "a.json")
	if !errors.Is(err, failed) {
		t.Errorf("%v", err)
	}
}

func TestTooLarge(t *testing.T) {
	long := strings.Replace(ledger, `"figures":{`, `"figures":{"long":"`+strings.Repeat("长", 1<<20)+`",`, 1)
	_, err := read(strings.NewReader(long), "a.json", 1<<20)
	var refusal *Refusal
	if !errors.As(err, &refusal) || refusal.Why != "文件太大（上限 1 兆）" {
		t.Errorf("%v", err)
	}
	if _, err := read(strings.NewReader(long), "a.json", 4<<20); err != nil {
		t.Errorf("%v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(cut(f))
	f.Add([]byte(ledger))
	for _, s := range []string{"", "\uFEFF{}", `{"version":1e400}`, `{"version":1,"year":2020,"as_of":"2020Q1","tasks":[],"requirements":[],"standings":[]}`,
		`{"version":1,"a":` + strings.Repeat("[", 11000), `{"standings":[{"requirement":-1}],"standings":null}`, "{\"\\ud800\":{\"a\":[null]}}"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		y, err := Read(bytes.NewReader(data), "a.json")
		if err != nil {
			var refusal *Refusal
			if y != nil || !errors.As(err, &refusal) || refusal.Why == "" {
				t.Fatalf("%v, %v", y, err)
			}
			return
		}
		for i, r := range y.Requirements {
			if r.No != i+1 || r.Key == "" || len(r.Standings) != y.AsOf.N {
				t.Errorf("%+v", r)
			}
			for n := 1; n <= y.AsOf.N; n++ {
				if r.At(n).Status == status.NoStatus {
					t.Errorf("%+v stands nowhere in quarter %d", r, n)
				}
			}
		}
		if again, err := Read(iotest.OneByteReader(bytes.NewReader(data)), "a.json"); err != nil || !cmp.Equal(y, again) {
			t.Errorf("read byte by byte: %v", err)
		}
	})
}
