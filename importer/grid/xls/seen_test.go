package xls

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid/gridtest"
)

// A formula that is told to be a text has no result where the text does not follow.
func TestTextFormulasWithoutText(t *testing.T) {
	told := []byte{0, 0, 0, 0, 0, 0, 0xFF, 0xFF}
	s, findings := readStreamOf(t, stream(nil, record(recFormula, 0, 0, 0, told, 0, uint32(0), 0), record(recLabelSST, 0, 1, 0, uint32(0)), record(recFormula, 1, 0, 0, told, 0, uint32(0), 0)))
	if len(findings) != 1 || findings[0].Code != finding.FormulaWithoutValue {
		t.Errorf("findings %+v", findings)
	}
	if diff := cmp.Diff([]string{`A1 "" kind 4`, `B1 "甲" kind 1`, `A2 "" kind 4`}, gridtest.Dump(s, false)); diff != "" {
		t.Error(diff)
	}
}

// The font of a cell, or of a part of a shared text, strikes it out. The fifth font has number 5,
// for none has number 4.
func TestStruckFonts(t *testing.T) {
	plain, gone := record(recFont, 200, 0, 0x7FFF), record(recFont, 200, 8, 0x7FFF)
	sst := record(recSST, uint32(2), uint32(2), 4, byte(1|stringRich), 2, wide("已做未做"), 1, 5, 3, 0, "甲")
	head := func(offset int) []byte {
		return join(bofOfBook, plain, plain, plain, plain, gone, record(recXF, 0, 0), record(recXF, 5, 0),
			record(recBoundSheet, uint32(offset), byte(0), byte(0), byte(1), byte(1), wide("表")), sst, eof)
	}
	s, _ := readStreamOf(t, join(head(len(head(0))), bofOfSheet, record(recLabelSST, 0, 0, 0, uint32(0)), record(recLabelSST, 0, 1, 1, uint32(0)),
		record(recLabelSST, 0, 2, 1, uint32(1)), record(recNumber, 0, 3, 1, 5.0), record(recLabelSST, 0, 4, 0, uint32(1)), eof))
	want := []string{`A1 "已做" struck "做未"`, `B1 "做" struck "已做未"`, `C1 "" struck "甲"`, `D1 "" struck "5"`, `E1 "甲"`}
	if diff := cmp.Diff(want, gridtest.Dump(s, true)); diff != "" {
		t.Error(diff)
	}
}

// shapeAt is a drawing of one shape over cells, its container cut off where the next record goes on.
func shapeAt(top, left, bottom, right int) []byte {
	return record(recDrawing, 0x000F, 0xF004, uint32(90), 0x00A2, 0xF00A, uint32(8), uint32(1), uint32(0), 0, 0xF010, uint32(18), 0, left, 5, top, 5, right, 5, bottom, 5)
}

func TestWhatLiesOverLegacyCells(t *testing.T) {
	object := func(kind, id int, more ...[]byte) []byte {
		return record(recObj, partCommon, 18, kind, id, make([]byte, 14), join(more...), 0, 0)
	}
	state := func(ticked byte) []byte { return []byte{partState, 0, 8, 0, ticked, 0, 0, 0, 0, 0, 0, 0} }
	words := func(s string) []byte {
		return join(record(recTxo, 0, 0, 0, 0, 0, len([]rune(s)), 8, 0, 0), record(recContinue, byte(1), wide(s)), record(recContinue, make([]byte, 16)))
	}
	linked := []byte{partLink, 0, 14, 0, 7, 0, 0, 0, 0, 0, 0x24, 2, 0, 0, 0xC0, 0, 0, 0}
	s, _ := readStreamOf(t, stream(nil,
		record(recLabelSST, 0, 0, 0, uint32(0)), record(recBoolErr, 2, 0, 0, byte(1), byte(0)), record(recLabelSST, 3, 3, 0, uint32(1)),
		shapeAt(0, 1, 0, 1), object(objPicture, 1),
		shapeAt(0, 2, 2, 2), object(objPicture, 2),
		shapeAt(1, 1, 1, 1), object(objBox, 3, state(1)), words("已完成"),
		shapeAt(2, 0, 2, 0), object(objBox, 4, state(1), linked),
		shapeAt(0, 0, 0, 0), object(0x19, 5), words("审核人:\n请核对"),
		record(recNote, 3, 3, 0, 5, "审核人")))
	want := []string{`A1 "甲"`, `B1 "" picture`, `B2 "☑已完成"`, `A3 "TRUE"`, `D4 "乙" comment "请核对"`}
	if diff := cmp.Diff(want, gridtest.Dump(s, true)); diff != "" {
		t.Error(diff)
	}
}
