package questions

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
)

// onlyLedger is what nobody finds on the page: cells and sheets of the ledger that are not called by its file,
// and what a command takes.
var onlyLedger = regexp.MustCompile(`(^|[^的])“(待核对|读法|报送情况|总台账|年报数据|勾稽核对|明细|行账|报送登记)”|本行|核定“| --[a-z]`)

// No advice of the program sends somebody at the page to a place that the page does not have, whoever
// words it.
func TestAdviceCanBeFollowedOnThePage(t *testing.T) {
	said := 0
	for _, hint := range hintsIn(t, "../../../importer", "../../ledgerbook/asked") {
		for _, options := range [][]Option{nil, {{Key: "1", Line: ruling.Line{Choice: "认可"}}, {Key: "0", Line: ruling.Line{Choice: "作废"}}}} {
			said++
			here := HintHere(finding.Finding{Hint: hint}, options)
			if place := onlyLedger.FindString(here); place != "" || strings.Contains(here, "黄色") && !strings.Contains(here, "台账.xlsx") {
				t.Errorf("%q\nis on the page %q", hint, here)
			}
		}
	}
	if said < 100 {
		t.Fatalf("only %d hints were found: the test looks in the wrong place", said)
	}
}

// hintsIn lists the texts that are given out as hints in the source below folders: those of the catalogue,
// and those that replace one.
func hintsIn(t *testing.T, folders ...string) (hints []string) {
	t.Helper()
	for _, e := range finding.Catalogue {
		hints = append(hints, finding.New(e.Code, finding.Place{}, "甲", "乙").Hint)
	}
	for _, folder := range folders {
		err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.HasSuffix(path, ".go") || strings.HasSuffix(path, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(token.NewFileSet(), path, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				switch n := n.(type) {
				case *ast.AssignStmt:
					if to, ok := n.Lhs[0].(*ast.SelectorExpr); ok && to.Sel.Name == "Hint" {
						hints = append(hints, textIn(n.Rhs[0]))
					}
				case *ast.KeyValueExpr:
					if key, ok := n.Key.(*ast.Ident); ok && key.Name == "Hint" {
						hints = append(hints, textIn(n.Value))
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return hints
}

// textIn joins the texts of an expression; what else stands in it is called by one word.
func textIn(e ast.Expr) string {
	switch e := e.(type) {
	case *ast.BasicLit:
		text, _ := strconv.Unquote(e.Value)
		return text
	case *ast.BinaryExpr:
		return textIn(e.X) + textIn(e.Y)
	case *ast.CallExpr:
		if len(e.Args) > 0 {
			return textIn(e.Args[0])
		}
	case *ast.SelectorExpr:
		if e.Sel.Name == "FindingsSheet" {
			return ruling.FindingsSheet
		}
	}
	return "某"
}

// A hint names the keys that decide so, and leads to the screens that it names.
func TestAHintNamesKeysAndScreens(t *testing.T) {
	options := []Option{{Key: "1", Line: ruling.Line{Choice: "归季度"}}, {Key: "2", Line: ruling.Line{Choice: "归季度"}}, {Key: "0", Line: ruling.Line{Choice: "作废"}}}
	hint := HintHere(finding.New(finding.ReturnAfterClose, finding.Place{}, "第一季度", ""), options)
	for _, part := range []string{"按 1 至 2 里的一个", "按 0", "到“成果”里撤销"} {
		if !strings.Contains(hint, part) {
			t.Errorf("%q does not say %q", hint, part)
		}
	}
	pieces := Pieces(hint)
	whole, led := "", false
	for _, p := range pieces {
		whole += p.Text
		led = led || p.Path == "/results" && p.Text == "“成果”"
	}
	if whole != hint || !led {
		t.Errorf("pieces %q", pieces)
	}
}
