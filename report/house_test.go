package report

import (
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors is the house: each room with the rooms that it may call. An arrow that is not
// here must be argued for, and then drawn here and in ARCHITECTURE.md.
var floors = map[string][]string{
	"importer/assign":                 {},
	"importer/parallel":               {},
	"importer/finding":                {},
	"importer/fold":                   {},
	"importer/status/shares":          {"importer/fold"},
	"importer/status/symbols":         {"importer/fold"},
	"importer/status":                 {"importer/fold", "templates/words", "importer/status/shares", "importer/status/symbols"},
	"importer/period":                 {"importer/fold"},
	"templates/words":                 {"importer/fold"},
	"templates/faces":                 {},
	"seeds":                           {},
	"importer/grid":                   {"importer/finding", "importer/period", "importer/grid/chars", "importer/grid/numfmt"},
	"importer/grid/chars":             {},
	"importer/grid/numfmt":            {"importer/grid/chars"},
	"importer/grid/charset":           {},
	"importer/grid/excel":             {},
	"importer/grid/markup":            {"importer/grid", "importer/grid/charset"},
	"importer/grid/archive":           {"importer/grid", "importer/grid/markup"},
	"importer/grid/xlsx":              {"importer/finding", "importer/grid", "importer/grid/excel", "importer/grid/markup", "importer/grid/archive", "importer/grid/chars", "importer/grid/numfmt"},
	"importer/grid/xls":               {"importer/finding", "importer/grid", "importer/grid/excel", "importer/grid/charset", "importer/grid/chars", "importer/grid/numfmt"},
	"importer/grid/ods":               {"importer/finding", "importer/grid", "importer/grid/archive", "importer/grid/markup", "importer/grid/odf", "importer/grid/chars", "importer/grid/numfmt"},
	"importer/grid/docx":              {"importer/grid", "importer/grid/archive", "importer/grid/flow", "importer/grid/markup", "importer/grid/chars"},
	"importer/grid/html":              {"importer/finding", "importer/grid", "importer/grid/markup", "importer/grid/charset", "importer/grid/chars", "importer/grid/flow"},
	"importer/grid/xml2003":           {"importer/finding", "importer/grid", "importer/grid/excel", "importer/grid/markup", "importer/grid/chars", "importer/grid/numfmt"},
	"importer/grid/delimited":         {"importer/grid", "importer/grid/charset"},
	"importer/grid/flow":              {"importer/finding", "importer/grid", "importer/grid/chars", "importer/grid/markup"},
	"importer/grid/odf":               {"importer/grid", "importer/grid/archive", "importer/grid/markup", "importer/grid/chars"},
	"importer/grid/odt":               {"importer/grid", "importer/grid/archive", "importer/grid/flow", "importer/grid/markup", "importer/grid/odf", "importer/grid/chars"},
	"importer/grid/open":              {"importer/finding", "importer/grid", "importer/grid/archive", "importer/grid/charset", "importer/grid/delimited", "importer/grid/docx", "importer/grid/flow", "importer/grid/html", "importer/grid/markup", "importer/grid/odf", "importer/grid/ods", "importer/grid/odt", "importer/grid/xls", "importer/grid/xlsx", "importer/grid/xml2003"},
	"importer/grid/gridtest":          {"importer/finding", "importer/grid", "importer/grid/chars"}, // the tests of the readers call it, nothing else
	"importer/table":                  {"importer/fold", "importer/grid", "importer/status", "importer/table/block", "importer/table/cards", "importer/table/columns", "importer/table/crossed", "importer/table/find", "importer/table/heading", "importer/table/heads", "importer/table/known", "importer/table/legend", "importer/table/list", "importer/table/values", "templates/words"},
	"importer/table/block":            {"importer/finding", "importer/fold", "importer/grid", "importer/status", "templates/words"},
	"importer/table/cards":            {"importer/fold", "importer/grid", "importer/period", "importer/table/block", "importer/table/heading", "importer/table/heads", "importer/table/known", "importer/table/list", "templates/words"},
	"importer/table/columns":          {"importer/assign", "importer/fold", "importer/grid", "importer/period", "importer/status", "importer/table/block", "importer/table/content", "importer/table/heading", "importer/table/known", "importer/table/list", "importer/table/values", "templates/words"},
	"importer/table/content":          {"importer/finding", "importer/fold", "importer/grid", "importer/period", "importer/status", "importer/table/block", "importer/table/known", "importer/table/list", "importer/table/values", "templates/words"},
	"importer/table/crossed":          {"importer/finding", "importer/fold", "importer/grid", "importer/memo", "importer/status", "importer/table/block", "importer/table/cards", "importer/table/columns", "importer/table/content", "importer/table/heading", "importer/table/heads", "importer/table/known", "importer/table/list", "importer/table/values", "templates/words"},
	"importer/table/find":             {"importer/grid", "importer/period", "importer/table/block", "importer/table/cards", "importer/table/content", "importer/table/heading", "importer/table/heads", "importer/table/known", "importer/table/list", "templates/words"},
	"importer/table/heading":          {"importer/fold", "importer/memo", "importer/period", "templates/words"},
	"importer/table/heads":            {"importer/finding", "importer/fold", "importer/grid", "importer/period", "importer/status", "importer/table/block", "importer/table/heading", "importer/table/known", "importer/table/values"},
	"importer/table/known":            {"importer/fold", "importer/grid", "importer/memo", "importer/period", "importer/status", "importer/table/block", "importer/table/heading", "importer/table/list", "importer/table/values", "templates/words"},
	"importer/table/legend":           {"importer/fold", "importer/grid", "importer/status"},
	"importer/table/list":             {"importer/fold", "importer/table/values"},
	"importer/table/values":           {"importer/fold", "importer/status"},
	"importer/plan/roster":            {"importer/finding", "importer/fold", "importer/period"},
	"importer/plan/roster/rostertest": {"importer/plan/roster", "importer/period", "importer/finding"}, // the tests of the plan's rooms call it, nothing else
	"importer/plan/numbering":         {"importer/fold"},
	"importer/plan/duty":              {"importer/plan/roster", "importer/finding", "importer/fold", "importer/grid", "importer/period", "templates/words"},
	"importer/plan/draft":             {"importer/plan/numbering", "importer/grid", "templates/words"},
	"importer/plan/rows":              {"importer/finding", "importer/fold", "importer/grid", "importer/period", "importer/plan/draft", "importer/plan/duty", "importer/plan/numbering", "importer/status", "importer/table", "templates/words"},
	"importer/plan/sheets":            {"importer/finding", "importer/fold", "importer/grid", "importer/period", "importer/plan/draft", "importer/plan/numbering", "importer/plan/roster", "importer/status", "templates/words"},
	"importer/plan/prose":             {"importer/plan/draft", "importer/plan/duty", "importer/plan/numbering", "importer/plan/roster", "importer/finding", "importer/grid", "templates/words"},
	"importer/plan":                   {"importer/plan/draft", "importer/plan/rows", "importer/plan/sheets", "importer/plan/prose", "importer/plan/roster", "importer/plan/duty", "importer/plan/numbering", "importer/finding", "importer/period", "importer/fold", "importer/grid", "importer/grid/open", "templates/words", "seeds"},
	"importer/memo":                   {},
	"importer/returns":                {"importer/table", "importer/status", "importer/finding", "importer/period", "importer/fold", "importer/grid"},
	"importer/returns/formkey":        {"importer/table", "importer/period", "importer/grid", "templates/words"},
	"importer/returns/growing":        {},
	"importer/returns/known":          {"importer/plan/roster", "importer/returns/formkey", "importer/memo", "importer/table", "importer/status", "importer/period", "importer/fold", "importer/grid", "importer/plan", "templates/words"},
	"importer/returns/origin":         {"importer/plan/roster", "importer/returns/formkey", "importer/returns/known", "importer/table", "importer/finding", "importer/period", "importer/fold", "importer/grid", "templates/words"},
	"importer/returns/answer":         {"importer/returns", "importer/returns/growing", "importer/returns/known", "importer/memo", "importer/table", "importer/status", "importer/finding", "importer/period", "importer/fold", "importer/grid", "importer/plan", "templates/words"},
	"importer/returns/prose":          {"importer/returns", "importer/returns/answer", "importer/returns/origin", "importer/table", "importer/status", "importer/period", "importer/fold", "importer/grid", "templates/words"},
	"importer/returns/rows":           {"importer/returns", "importer/returns/answer", "importer/returns/formkey", "importer/returns/prose", "importer/table", "importer/status", "importer/finding", "importer/period", "importer/fold", "importer/grid", "templates/words"},
	"importer/returns/reader":         {"importer/returns", "importer/returns/answer", "importer/returns/known", "importer/returns/origin", "importer/returns/prose", "importer/returns/rows", "importer/table", "importer/status", "importer/finding", "importer/period", "importer/fold", "importer/grid", "importer/plan", "templates/words"},
	"templates/tables":                {"importer/fold"},
	"importer/numbers":                {"importer/finding", "importer/period", "importer/fold", "templates/tables"},
	"importer/numbers/naming":         {"importer/fold", "templates/tables"},
	"importer/numbers/written":        {"importer/numbers", "importer/numbers/naming", "importer/fold", "importer/grid", "importer/period", "templates/tables"},
	"importer/numbers/find":           {"importer/finding", "importer/numbers", "importer/numbers/naming", "importer/numbers/written", "importer/fold", "importer/grid", "importer/table", "templates/tables"},
	"importer/numbers/prose":          {"importer/numbers", "importer/numbers/naming", "importer/finding", "importer/fold", "importer/grid", "templates/tables"},
	"importer/numbers/read":           {"importer/numbers", "importer/numbers/find", "importer/numbers/naming", "importer/numbers/prose", "importer/numbers/written", "importer/finding", "importer/fold", "importer/grid", "importer/period", "importer/table", "templates/tables"},
	"importer/numbers/rules":          {"importer/numbers", "templates/tables"},
	"importer/numbers/sums":           {"importer/numbers", "importer/numbers/rules", "importer/finding", "importer/fold", "importer/period", "templates/tables"},
	"importer/ruling":                 {"importer/table", "importer/status", "importer/finding", "importer/period", "importer/fold", "importer/grid", "importer/plan", "importer/returns/origin", "templates/words"},
	"importer/lookback":               {"importer/numbers", "importer/status", "importer/finding", "importer/period", "importer/fold", "importer/plan"},
	"importer/ledger":                 {"importer/finding", "importer/fold", "importer/lookback", "importer/numbers", "importer/period", "importer/plan", "importer/returns", "importer/ruling", "importer/status", "importer/table", "templates/tables"},
	"importer/ledger/likeness":        {"importer/fold", "importer/plan"},
	"importer/ledger/place":           {"importer/assign", "importer/finding", "importer/fold", "importer/ledger", "importer/ledger/likeness", "importer/period", "importer/plan", "importer/returns", "importer/table"},
	"importer/ledger/rows":            {"importer/finding", "importer/fold", "importer/grid", "importer/ledger", "importer/ledger/place", "importer/parallel", "importer/period", "importer/returns", "importer/ruling", "importer/status"},
	"importer/ledger/standing":        {"importer/ledger", "importer/parallel", "importer/period", "importer/plan", "importer/status"},
	"importer/ledger/decision":        {"importer/finding", "importer/fold", "importer/ledger", "importer/ledger/likeness", "importer/ledger/place", "importer/ledger/rows", "importer/ledger/standing", "importer/lookback", "importer/numbers", "importer/period", "importer/plan", "importer/returns", "importer/ruling", "importer/status", "importer/table"},
	"importer/ledger/check":           {"importer/finding", "importer/fold", "importer/ledger", "importer/ledger/rows", "importer/ledger/standing", "importer/lookback", "importer/parallel", "importer/period", "importer/plan", "importer/returns", "importer/ruling", "importer/status", "importer/table"},
	"importer/ledger/figures":         {"importer/finding", "importer/ledger", "importer/ledger/standing", "importer/period", "importer/plan", "importer/status"},
	"importer/ledger/causes":          {"importer/finding", "importer/fold", "importer/ledger", "importer/period", "importer/plan", "importer/status"},
	"importer/ledger/settle":          {"importer/finding", "importer/ledger", "importer/ledger/causes", "importer/ledger/figures", "importer/returns", "importer/ruling", "importer/status"},
	"importer/ledger/merge":           {"importer/finding", "importer/ledger", "importer/ledger/check", "importer/ledger/decision", "importer/ledger/figures", "importer/ledger/likeness", "importer/ledger/place", "importer/ledger/rows", "importer/ledger/settle", "importer/ledger/standing", "importer/lookback", "importer/numbers", "importer/numbers/sums", "importer/parallel", "importer/period", "importer/plan", "importer/returns", "importer/ruling"},
	"importer/ledger/ledgertest":      {"importer/finding", "importer/grid", "importer/period", "importer/plan", "importer/returns", "importer/status"}, // the tests of the merge and of its steps call it, nothing else
	"importer/ours":                   {"importer/grid", "importer/ruling", "templates/forms"},                                                          // what this program writes: the columns of its ledger, the words of its slips
	"report/pdf/finish":               {"importer/period"},                                                                                              // the day of the file
	"report/publish/prose":            {"importer/fold"},
	"report/publish/gate/view":        {"importer/finding", "importer/fold"},
	"report/publish/gate/lexica":      {"report/publish/gate/view", "templates/gate"},
	"report/publish/gate/names":       {"importer/finding", "importer/fold", "report/publish/gate/lexica", "report/publish/gate/view"},
	"report/publish/gate/details":     {"importer/finding", "importer/fold", "importer/period", "report/publish/gate/lexica", "report/publish/gate/names", "report/publish/gate/view"},
	"report/publish/gate/house":       {"importer/finding", "importer/fold", "report/publish/gate/lexica", "report/publish/gate/view", "templates/gate"},
	"report/publish/gate":             {"importer/finding", "report/publish/prose", "report/publish/gate/details", "report/publish/gate/house", "report/publish/gate/lexica", "report/publish/gate/names", "report/publish/gate/view"},
	"report/opendata":                 {"importer/ledger", "importer/returns", "importer/status", "report/publish"}, // of the ledger the types of its numbers, which the edition holds
	"report/xlsx/fit":                 {},
	"report/xlsx/press":               {},
	"report/xlsx/own":                 {},
	"report/xlsx/inplace":             {"importer/finding"},                                                                               // the letters of columns
	"report/xlsx":                     {"importer/finding", "importer/period", "report/xlsx/fit", "report/xlsx/own", "report/xlsx/press"}, // the letters of columns, days
	"report/xlsx/xlsxtest":            {},                                                                                                 // the tests of workbooks call it, nothing else
	"report/outputs":                  {"importer/parallel", "importer/period", "importer/ruling", "importer/ledger", "report/xlsx/own"},
	"importer/disk":                   {"importer/grid/charset", "importer/ruling"},
	"importer/decisions":              {"importer/disk", "importer/finding", "importer/grid", "importer/grid/open", "importer/ledger", "importer/plan", "importer/ruling", "importer/table", "templates/words"},
	"importer/earlier":                {"importer/disk", "importer/finding", "importer/grid", "importer/grid/open", "importer/lookback", "importer/numbers", "importer/numbers/prose", "importer/numbers/read", "importer/numbers/sums", "importer/period", "importer/plan", "templates/tables"},
	"importer":                        {"importer/numbers", "importer/numbers/read", "templates/tables", "importer/table", "importer/parallel", "importer/finding", "importer/period", "importer/grid", "importer/grid/open", "importer/plan", "importer/returns", "importer/returns/reader", "importer/ruling", "importer/ours", "importer/ledger", "importer/ledger/merge", "templates/words", "importer/decisions", "importer/disk", "importer/earlier"},
}

// reading is what the rooms of report may call of the importer: its values, none of the
// code that reads files or makes the merge.
var reading = []string{"importer/numbers", "templates/tables", "importer/table", "importer/status", "importer/parallel", "importer/finding", "importer/period", "importer/fold", "importer/grid", "importer/plan", "importer/returns", "importer/ruling", "importer/lookback", "importer/ledger"}

// printing adds to reading the rooms of report that each room calls.
var printing = map[string][]string{
	"report/publish": {"importer/ledger/settle", "templates/gate", "templates/words", "report/publish/gate", "report/publish/prose"},
	"report/typeset": {},
	"report/face":    {"templates/faces"},
	"report/chart":   {"importer/grid/chars", "report/publish"},
	"report/signs":   {"report/xlsx", "report/xlsx/fit"},

	"report/ledgerbook/asked":    {"templates/words", "importer/ledger/causes", "importer/ledger/settle", "report/xlsx/fit"},
	"report/ledgerbook/book":     {"report/xlsx", "report/xlsx/fit", "report/signs", "report/ledgerbook/asked"},
	"report/ledgerbook/progress": {"importer/ledger/figures", "report/xlsx", "report/xlsx/fit", "report/signs", "report/ledgerbook/book", "report/ledgerbook/asked"},
	"report/ledgerbook/people":   {"templates/forms", "report/xlsx", "report/signs", "report/letters", "report/ledgerbook/book"},
	"report/ledgerbook/checks":   {"report/xlsx", "report/xlsx/fit", "report/signs", "report/publish", "report/ledgerbook/book", "report/ledgerbook/asked"},
	"report/ledgerbook/numerals": {"report/xlsx", "report/signs", "report/ledgerbook/book"},
	"report/ledgerbook":          {"importer/ledger/figures", "report/xlsx", "report/xlsx/fit", "report/signs", "report/document", "report/ledgerbook/asked", "report/ledgerbook/book", "report/ledgerbook/progress", "report/ledgerbook/people", "report/ledgerbook/checks", "report/ledgerbook/numerals"},

	"report/letters":           {"importer/ledger/causes", "importer/plan/sheets", "importer/returns/formkey", "templates/forms", "report/xlsx", "report/xlsx/fit", "report/xlsx/own", "report/signs"},
	"report/document":          {"importer/grid/chars", "importer/ledger/figures", "report/publish", "report/chart", "report/document/wording", "templates/annex", "templates/bulletin"},
	"report/html":              {"report/document", "report/chart"},
	"report/word":              {"importer/ledger/figures", "report/document", "report/chart", "report/face", "report/typeset"},
	"report/pdf":               {"report/pdf/finish", "report/document", "report/chart", "report/typeset", "report/face"},
	"report/document/wording":  {"importer/grid/chars", "importer/ledger/figures", "report/publish", "report/chart"},
	"report/export":            {"importer/ledger/causes"},
	"report/console":           {"report/console/window"},
	"report/console/window":    {},
	"templates/annex":          {},
	"templates/bulletin":       {},
	"templates/gate":           {},
	"templates/forms":          {},
	"report/internal/filename": {},
	"report":                   {"importer/ledger/settle", "importer/grid/open", "importer/plan/sheets", "templates/forms", "report/xlsx/inplace", "report/outputs", "report/publish", "report/ledgerbook", "report/letters", "report/document", "report/pdf", "report/html", "report/word", "report/export", "report/opendata", "report/face", "report/internal/filename"},
	"report/page":              {"report/letters", "importer", "report", "report/face", "report/ledgerbook", "report/outputs", "report/page/collect", "report/page/guard", "report/page/session", "report/page/questions", "report/page/desk", "report/page/inbox", "report/page/draw", "report/manual", "docs"},
	"report/page/questions":    {"importer/ledger/settle", "report/ledgerbook", "report/publish"},
	"report/page/collect":      {"report/letters", "report/page/desk", "report/page/questions"},
	"report/page/desk":         {"importer", "report", "report/face", "report/ledgerbook", "report/outputs", "report/page/questions"},
	"report/page/inbox":        {"importer", "importer/disk", "report/internal/filename", "report/page/guard"},
	"report/page/draw":         {"importer/grid/open", "report/chart", "report/letters", "report/publish"},
	"report/page/guard":        {},
	"report/page/session":      {},
	"report/manual":            {"docs"},
	"docs":                     {},
	"cli":                      {"importer", "report", "report/page", "report/outputs", "report/console", "report/console/window", "report/face", "report/manual"},
	".":                        {"cli"},
}

// pure are the rooms that know neither files nor clock nor environment.
var pure = []string{
	"importer/numbers/naming", "importer/numbers/written", "importer/numbers/find", "importer/numbers/prose", "importer/numbers/read", "importer/numbers/rules", "importer/numbers/sums",
	"importer/numbers", "importer/grid/chars", "importer/plan/draft", "importer/plan/prose", "importer/plan/numbering", "importer/plan/roster", "importer/plan/duty", "importer/table", "importer/table/block", "importer/table/cards", "importer/table/columns", "importer/table/content", "importer/table/crossed", "importer/table/find", "importer/table/heading", "importer/table/heads", "importer/table/known", "importer/table/legend", "importer/table/list", "importer/table/values", "importer/status", "importer/status/shares", "importer/status/symbols", "importer/assign", "importer/parallel", "importer/finding", "importer/fold", "importer/period", "importer/ledger", "importer/ledger/likeness", "importer/ledger/place", "importer/ledger/rows", "importer/ledger/standing", "importer/ledger/decision", "importer/ledger/check", "importer/ledger/figures", "importer/ledger/causes", "importer/ledger/settle", "importer/ledger/merge", "importer/memo", "importer/returns", "importer/returns/formkey", "importer/returns/growing", "importer/returns/known", "importer/returns/origin", "importer/returns/answer", "importer/returns/prose", "importer/returns/rows", "importer/returns/reader", "importer/ruling", "importer/lookback", "importer/ours",
	"report/page/questions", "report/publish", "report/publish/prose", "report/publish/gate", "report/publish/gate/view", "report/publish/gate/lexica", "report/publish/gate/names", "report/publish/gate/details", "report/publish/gate/house", "report/xlsx/fit", "report/pdf/finish", "report/opendata", "report/chart", "report/typeset", "report/document", "report/document/wording"}

func TestArrowsRunOneWay(t *testing.T) {
	found := 0
	for room, imports := range arrows(t) {
		found++
		allowed, known := floors[room]
		if more, ok := printing[room]; ok {
			allowed, known = append(append([]string(nil), reading...), more...), true
		}
		if !known {
			t.Errorf("%s is a room that the house does not know", room)
			continue
		}
		for _, to := range imports {
			if to == "github.com/xuri/excelize/v2" && room != "report/xlsx" && room != "report/xlsx/xlsxtest" {
				t.Errorf("%s writes workbooks past report/xlsx", room)
			}
			if own, ok := strings.CutPrefix(to, "taizhang"); ok {
				if own = strings.TrimPrefix(own, "/"); !contains(allowed, own) {
					t.Errorf("%s calls %s", room, own)
				}
			}
			if contains(pure, room) && contains([]string{"os", "time", "path/filepath", "net", "net/http", "os/exec"}, to) && !(room == "importer/period" && to == "time") {
				t.Errorf("%s is pure and imports %s", room, to)
			}
		}
	}
	if found < 15 {
		t.Fatalf("only %d rooms found: the test looks in the wrong place", found)
	}
}

// most is how many files, without tests, a room of report or of the reader of tables may have: more of
// them hold two ideas.
const most = 16

func TestHouseHasSmallRooms(t *testing.T) {
	files := map[string]int{}
	for _, house := range []string{"../report", "../importer/table"} {
		err := filepath.WalkDir(house, func(path string, d fs.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
				files[strings.TrimPrefix(filepath.ToSlash(filepath.Dir(path)), "../")]++
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	for room, n := range files {
		if n > most {
			t.Errorf("%s has %d files: cut out the room that is an idea of its own", room, n)
		}
	}
	if len(files) < 20 {
		t.Fatalf("only %d rooms found: the test looks in the wrong place", len(files))
	}
}

// arrows returns the imports of each package below the module's root, without its tests.
func arrows(t *testing.T) map[string][]string {
	t.Helper()
	rooms := map[string][]string{}
	err := filepath.WalkDir("..", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && (d.Name() == "testdata" || d.Name() == "trial" || strings.HasPrefix(d.Name(), ".") && path != "..") {
			return filepath.SkipDir
		}
		if !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		room, err := filepath.Rel("..", filepath.Dir(path))
		if err != nil {
			return err
		}
		room = filepath.ToSlash(room)
		for _, i := range file.Imports {
			to, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				return err
			}
			rooms[room] = append(rooms[room], to)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return rooms
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}
