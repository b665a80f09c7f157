package html_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/grid/gridtest"
	"taizhang/importer/grid/open"
)

// A rule may ask for what stands around an element, for its parent, and for several classes.
func TestRulesByPlace(t *testing.T) {
	page := `<html><style>@media print { td {display:none} } @media screen, projection { .away {display:none} }
tr.void td {text-decoration:line-through} td > span {text-decoration:line-through} .a.b {display:none} #list .c td {display:none} div .d{opacity: 0}</style>
<table><tr class="void"><td>1<td>作废<tr><td>2<td>留<tr><td><span>旧</span><b><span>甲</span></b><td><i class=a>乙</i><i class="b x a">丙</i>
<tr class=c><td>丁<td><i class=away>戊</i>己<tr><td><i class=d>庚</i></table><table id=list><tbody class=c><tr><td>辛</tbody><tbody><tr><td>壬</table>`
	book, _ := open.Parse("a.html", []byte(page))
	if diff := cmp.Diff([]string{`A2 "2"`, `B2 "留"`, `A3 "甲"`, `B3 "乙"`, `A4 "丁"`, `B4 "己"`, `A5 "庚"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{`A2 "壬"`}, gridtest.Words(book.Sheets[1])); diff != "" {
		t.Error(diff)
	}
}

// The rows of a part of a table that is not shown are hidden rows; what it marks ends with it.
func TestPartsOfATable(t *testing.T) {
	page := `<html><table><thead><tr><td>序号<tbody style="display:none"><tr><td>模板<tbody style="text-decoration:line-through"><tr><td>废<tr><td>废</tbody><tr><td>甲<tfoot hidden><tr><td>合计</tfoot></table>`
	book, _ := open.Parse("a.html", []byte(page))
	s := book.Sheets[0]
	if diff := cmp.Diff([]string{`A1 "序号" kind 1`, `A2 "模板" kind 1 hidden`, `A3 "" kind 0 struck "废"`, `A4 "" kind 0 struck "废"`, `A5 "甲" kind 1`, `A6 "合计" kind 1 hidden`}, gridtest.Dump(s, false)); diff != "" {
		t.Error(diff)
	}
}

// A field that is not shown holds nothing that is seen, and an entry that can't be chosen is no choice.
func TestFieldsThatAnswerNothing(t *testing.T) {
	page := `<html><table><tr><td><select><option disabled selected>请选择<option>已完成</select><td><textarea hidden>甲</textarea>乙<td><select style="display:none"><option selected>丙</select>丁<td><select><option selected>戊</select></table>`
	book, _ := open.Parse("a.html", []byte(page))
	if diff := cmp.Diff([]string{`B1 "乙"`, `C1 "丁"`, `D1 "戊"`}, gridtest.Words(book.Sheets[0])); diff != "" {
		t.Error(diff)
	}
}
