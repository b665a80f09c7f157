package xls

import (
	"encoding/binary"
	"math"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

// record writes one BIFF record out of numbers and strings: int16 takes two bytes, uint32
// and float64 their own size, a string is text in UTF-16 behind its length and flags.
func record(kind uint16, values ...any) []byte {
	var body []byte
	for _, v := range values {
		switch v := v.(type) {
		case byte:
			body = append(body, v)
		case int:
			body = binary.LittleEndian.AppendUint16(body, uint16(v))
		case uint32:
			body = binary.LittleEndian.AppendUint32(body, v)
		case float64:
			body = binary.LittleEndian.AppendUint64(body, math.Float64bits(v))
		case []byte:
			body = append(body, v...)
		case string:
			units := utf16.Encode([]rune(v))
			body = append(binary.LittleEndian.AppendUint16(body, uint16(len(units))), 1)
			body = append(body, wide(v)...)
		}
	}
	out := binary.LittleEndian.AppendUint16(nil, kind)
	out = binary.LittleEndian.AppendUint16(out, uint16(len(body)))
	return append(out, body...)
}

func wide(s string) []byte {
	var out []byte
	for _, u := range utf16.Encode([]rune(s)) {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func join(records ...[]byte) []byte {
	var all []byte
	for _, r := range records {
		all = append(all, r...)
	}
	return all
}

var (
	bofOfBook  = record(recBOF, biff8, bofGlobals, 0, 0, uint32(0), uint32(0))
	bofOfSheet = record(recBOF, biff8, bofSheet, 0, 0, uint32(0), uint32(0))
	eof        = record(recEOF)
)

// stream is a workbook of one sheet 表 and a chart sheet 图, with styles General, 0% and
// yyyy/m/d and the strings 甲 and 乙.
func stream(globals []byte, sheet ...[]byte) []byte {
	bound := func(offset int, kind byte, name string) []byte {
		return record(recBoundSheet, uint32(offset), byte(0), kind, byte(len(utf16.Encode([]rune(name)))), byte(1), wide(name))
	}
	head := func(offset int) []byte {
		return join(bofOfBook, globals, record(recXF, 0, 0), record(recXF, 0, 9), record(recXF, 0, 14),
			bound(1<<20, 2, "图"), bound(offset, 0, "表"), record(recSST, uint32(2), uint32(2), "甲", "乙"), eof)
	}
	return join(head(len(head(0))), bofOfSheet, join(sheet...), eof)
}

func readStreamOf(t *testing.T, book []byte) (*grid.Sheet, []finding.Finding) {
	t.Helper()
	r := &grid.Reading{File: "a.xls"}
	if bad := readBIFF(r, book); bad != nil {
		t.Fatal(bad.Found)
	}
	if len(r.Sheets) != 1 {
		t.Fatalf("%d sheets", len(r.Sheets))
	}
	return r.Sheets[0], r.Findings
}

func TestReadsRecords(t *testing.T) {
	address := []byte(urlMoniker)
	url := wide("http://a.cn/1\x00")
	tests := []struct {
		name  string
		sheet []byte
		want  []string
	}{
		{"numbers", join(record(recNumber, 0, 0, 0, 12.5), record(recRK, 0, 1, 1, uint32(8550<<2|3)), record(recMulRK, 1, 0, 0, uint32(7<<2|2), 2, uint32(44467<<2|2), 0, uint32(0x3FF00000), 2)),
			[]string{`A1 "12.5" kind 2`, `B1 "8550%" kind 2 percent`, `A2 "7" kind 2`, `B2 "2021-09-28" kind 2 date 2021-09-28`, `C2 "1" kind 2`}},
		{"texts", join(record(recLabelSST, 0, 0, 0, uint32(1)), record(recLabel, 0, 1, 0, "丙"), record(recRString, 0, 2, 0, "丁", 1, 0, 0)),
			[]string{`A1 "乙" kind 1`, `B1 "丙" kind 1`, `C1 "丁" kind 1`}},
		{"booleans and errors", join(record(recBoolErr, 0, 0, 0, byte(1), byte(0)), record(recBoolErr, 0, 1, 0, byte(0x17), byte(1))), []string{`A1 "TRUE" kind 3`, `B1 "#REF!" kind 4`}},
		{"formulas", join(
			record(recFormula, 0, 0, 1, 0.5, 0, uint32(0), 0),
			record(recFormula, 0, 1, 0, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0, uint32(0), 0), record(0x04BC, 0), record(recString, "算出"),
			record(recFormula, 0, 2, 0, []byte{1, 0, 1, 0, 0, 0, 0xFF, 0xFF}, 0, uint32(0), 0),
			record(recFormula, 0, 3, 0, []byte{2, 0, 0x2A, 0, 0, 0, 0xFF, 0xFF}, 0, uint32(0), 0),
			record(recFormula, 0, 4, 0, []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0, uint32(0), 0)),
			[]string{`A1 "50%" kind 2 percent`, `B1 "算出" kind 1`, `C1 "TRUE" kind 3`, `D1 "#N/A" kind 4`}},
		{"formulas under the numbers of earlier versions", join(
			record(recFormula4, 0, 0, 0, 42.0, 0, uint32(0), 0),
			record(recFormula3, 0, 1, 0, []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}, 0, uint32(0), 0), record(recString, "算出")),
			[]string{`A1 "42" kind 2`, `B1 "算出" kind 1`}},
		{"numbers that are none", join(record(recNumber, 0, 0, 0, math.NaN()), record(recNumber, 0, 1, 0, math.Inf(-1))), []string{`A1 "#NUM!" kind 4`, `B1 "#NUM!" kind 4`}},
		{"merges, hidden rows and columns", join(record(recRow, 1, 0, 1, 0, 0, 0, 0x20, 0), record(recColInfo, 1, 255, 0, 0, 1, 0), record(recLabelSST, 0, 0, 0, uint32(0)), record(recLabelSST, 1, 1, 0, uint32(1)), record(recMergeCells, 1, 0, 1, 0, 0)),
			[]string{`A1 "甲" kind 1`, `A2 "甲" kind 1 under A1 hidden`, `B2 "乙" kind 1 hidden`}},
		{"links", join(record(recLabelSST, 0, 0, 0, uint32(0)), record(recLabelSST, 0, 1, 0, uint32(1)), record(recLabelSST, 0, 2, 0, uint32(1)), record(recLabelSST, 0, 3, 0, uint32(1)),
			record(recHLink, 0, 0, 3, 3, make([]byte, 16), uint32(2), uint32(linkMoniker|linkDisplay), uint32(2), wide("名\x00"), []byte(fileMoniker), 0, uint32(6), []byte("a.doc\x00"), make([]byte, 24), uint32(16), uint32(10), 3, wide(`附\件.x`)),
			record(recHLink, 0, 0, 0, 0, make([]byte, 16), uint32(2), uint32(linkMoniker|2), address, uint32(len(url)), url),
			record(recHLink, 0, 0, 1, 1, make([]byte, 16), uint32(2), uint32(linkMoniker), []byte(fileMoniker), 1, uint32(6), []byte("a.doc\x00"), make([]byte, 24), uint32(0)),
			record(recHLink, 0, 0, 2, 2, make([]byte, 16), uint32(2), uint32(linkLocation), uint32(6), wide("表!A1\x00\x00"))),
			[]string{`A1 "甲" kind 1 link http://a.cn/1`, `B1 "乙" kind 1 link ../a.doc`, `C1 "乙" kind 1 link #表!A1`, `D1 "乙" kind 1 link 附/件.x`}},
		{"a chart inside the sheet", join(record(recBOF, biff8, 0x20, 0, 0, uint32(0), uint32(0)), record(recNumber, 5, 5, 0, 1.0), eof, record(recNumber, 0, 0, 0, 2.0)), []string{`A1 "2" kind 2`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, _ := readStreamOf(t, stream(nil, tt.sheet))
			if diff := cmp.Diff(tt.want, gridtest.Dump(s, false)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A string runs on into CONTINUE records, which begin with flags of their own.
func TestContinuedStrings(t *testing.T) {
	text := []byte("plain")
	sst := join(
		record(recSST, uint32(3), uint32(3), 7, byte(1), wide("政务公")),
		record(recContinue, byte(1), wide("开ab"), []byte{'c', 0}),
		record(recContinue, 5, byte(stringRich|stringExtended), 2, uint32(3), text[:2]),
		record(recContinue, byte(0), text[2:], make([]byte, 8), []byte{1, 2}),
		record(recContinue, []byte{3}, "尾"),
	)
	head := func(offset int) []byte {
		return join(bofOfBook, record(recXF, 0, 0), record(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(1), wide("表")), sst, eof)
	}
	book := join(head(len(head(0))), bofOfSheet, record(recLabelSST, 0, 0, 0, uint32(0)), record(recLabelSST, 0, 1, 0, uint32(1)), record(recLabelSST, 0, 2, 0, uint32(2)), eof)
	s, _ := readStreamOf(t, book)
	if diff := cmp.Diff([]string{`A1 "政务公开abc"`, `B1 "plain"`, `C1 "尾"`}, gridtest.Dump(s, true)); diff != "" {
		t.Error(diff)
	}
}

// A table of texts may count more than it has; a cell that asks for one of those is damage.
func TestFewerStringsThanCounted(t *testing.T) {
	book := func(asked uint32) []byte {
		sst := record(recSST, uint32(9), uint32(9), "甲", "乙")
		head := func(offset int) []byte {
			return join(bofOfBook, record(recXF, 0, 0), record(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(1), wide("表")), sst, eof)
		}
		return join(head(len(head(0))), bofOfSheet, record(recLabelSST, 0, 0, 0, asked), eof)
	}
	s, _ := readStreamOf(t, book(1))
	if diff := cmp.Diff([]string{`A1 "乙"`}, gridtest.Dump(s, true)); diff != "" {
		t.Error(diff)
	}
	if bad := readBIFF(&grid.Reading{File: "a.xls"}, book(2)); bad == nil || bad.Code != finding.UnreadableFile {
		t.Errorf("a text beyond the table gives %+v", bad)
	}
}

// Two sheets at one place are damage: one of them is somewhere else.
func TestTwoSheetsAtOnePlace(t *testing.T) {
	head := func(offset int) []byte {
		return join(bofOfBook, record(recXF, 0, 0), record(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(1), wide("甲")),
			record(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(1), wide("乙")), eof)
	}
	bad := readBIFF(&grid.Reading{File: "a.xls"}, join(head(len(head(0))), bofOfSheet, eof))
	if bad == nil || bad.Found != "工作表“甲”和“乙”指向文件中的同一处" {
		t.Errorf("refused with %+v", bad)
	}
}

// The date system of the book, and a formula that nobody has computed.
func TestBookWideFacts(t *testing.T) {
	empty := []byte{3, 0, 0, 0, 0, 0, 0xFF, 0xFF}
	s, findings := readStreamOf(t, stream(record(recDateMode, 1), record(recRK, 0, 0, 2, uint32(43005<<2|2)), record(recFormula, 0, 1, 0, empty, 0, uint32(0), 0)))
	if day, ok := s.Cell(1, 1).Date(); !ok || day.String() != "2021-09-28" {
		t.Errorf("A1 is %v", day)
	}
	if s.Cell(1, 2).Kind != grid.Failed || len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue {
		t.Errorf("B1 is %+v, findings %+v", s.Cell(1, 2), findings)
	}
}

func TestRefusesDamagedRecords(t *testing.T) {
	whole := stream(nil, record(recNumber, 0, 0, 0, 1.0))
	tests := []struct {
		name  string
		book  []byte
		found string
	}{
		{"cut", whole[:len(whole)-4], streamCut},
		{"cut inside a record", whole[:len(whole)-5], streamCut},
		{"no beginning", whole[4:], "工作簿开头不对，可能已损坏"},
		{"string that isn't there", stream(nil, record(recLabelSST, 0, 0, 0, uint32(2))), "工作表“表”的单元格 A1 的文字编号 2 无效"},
		{"style that isn't there", stream(nil, record(recNumber, 0, 0, 3, 1.0)), "工作表“表”的单元格 A1 的格式编号无效"},
		{"column beyond the sheet", stream(nil, record(recNumber, 0, 256, 0, 1.0)), "工作表“表”的单元格 IW1 的位置无效"},
		{"packed column beyond the sheet", stream(nil, record(recMulRK, 0, 255, 0, uint32(7<<2|2), 0, uint32(7<<2|2), 256)), "工作表“表”的单元格 IW1 的位置无效"},
		{"a cell of Excel 2", stream(nil, record(recNumber2, 0, 0, byte(0), byte(0), byte(0), 1.0)), "工作表“表”里有 Excel 2.0 的单元格，与文件的版本不符"},
		{"record too short", stream(nil, record(recNumber, 0, 0, 0)), "工作表“表”的内容已损坏"},
		{"cell twice", stream(nil, record(recNumber, 0, 0, 0, 1.0), record(recNumber, 0, 0, 0, 1.0)), "工作表“表”的单元格 A1 出现了两次"},
		{"merge upside down", stream(nil, record(recMergeCells, 1, 1, 0, 0, 0)), "工作表“表”的合并范围读不出来"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := &grid.Reading{File: "a.xls"}
			bad := readBIFF(r, tt.book)
			if bad == nil || bad.Code != finding.UnreadableFile || bad.Found != tt.found {
				t.Errorf("refused with %+v, want %s", bad, tt.found)
			}
		})
	}
	r := &grid.Reading{File: "a.xls"}
	if bad := readBIFF(r, join(record(recBOF, 0x0400, bofGlobals, 0, 0, uint32(0), uint32(0)), eof)); bad == nil || bad.Code != finding.UnsupportedFormat {
		t.Errorf("Excel 4 gives %+v", bad)
	}
	if bad := readBIFF(r, join(bofOfBook, record(recFilePass, 0), eof)); bad == nil || bad.Code != finding.PasswordProtected {
		t.Errorf("a password gives %+v", bad)
	}
}

// Looks by the usual palette and by the workbook's own, of cells that hold something and of
// those that hold nothing: their own, their row's, their column's.
func TestLooksOfRecords(t *testing.T) {
	style := func(font, pattern, ink, ground int) []byte {
		return record(recXF, font, 0, 0, uint32(0), uint32(0), uint32(pattern)<<26, ink|ground<<7)
	}
	font := func(color int) []byte { return record(recFont, 200, 0, color) }
	// The stream's own three styles come behind these.
	globals := join(font(0x7FFF), font(10), font(8), font(8), font(12), style(0, 0, 64, 65), style(1, 1, 13, 64), style(5, 2, 64, 11), record(recPalette, 4, uint32(0), uint32(0), uint32(0xFF), uint32(0x0201)))
	sheet := join(record(recColInfo, 6, 7, 0, 1, 0, 0), record(recRow, 1, 0, 0, 0, 0, 0, 0x80, 2),
		record(recNumber, 0, 0, 1, 1.0), record(recMulBlank, 0, 1, 1, 2, 2), record(recNumber, 0, 3, 2, 2.0), record(recBlank, 0, 4, 1),
		record(recNumber, 1, 0, 0, 3.0), record(recBlank, 1, 2, 0), record(recNumber, 2, 7, 0, 4.0), record(recBlank, 2), record(recFont))
	s, _ := readStreamOf(t, stream(globals, sheet))
	var got []string
	for row := 1; row <= 3; row++ {
		for col := 1; col <= 8; col++ {
			if c := s.Cell(row, col); c.Fill() != "" || c.Color() != "" {
				got = append(got, c.At().Cell()+" "+c.Fill()+"/"+c.Color())
			}
		}
	}
	want := []string{"A1 FFFF00/FF0000", "B1 FFFF00/FF0000", "C1 010200/0000FF", "D1 010200/0000FF", "E1 FFFF00/FF0000", "G1 FFFF00/FF0000", "H1 FFFF00/FF0000",
		"B2 010200/0000FF", "D2 010200/0000FF", "E2 010200/0000FF", "F2 010200/0000FF", "G2 010200/0000FF", "H2 010200/0000FF", "G3 FFFF00/FF0000"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
