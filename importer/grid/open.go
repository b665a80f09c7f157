package grid

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"os"
	"slices"

	"taizhang/importer/finding"
)

// Parse reads a file's bytes into a book. file is its name relative to the year folder;
// its content, not its ending, decides the format. A file that can't be read gives a nil
// book and a finding of severity error; a book may come with findings too.
func Parse(file string, data []byte) (*Book, []finding.Finding) {
	at := finding.Place{File: file}
	r := &reading{file: file}
	f, bad := formatOf(file, data)
	if bad == nil {
		bad = r.read(f, data)
	}
	if bad != nil {
		return nil, []finding.Finding{bad.finding(at)}
	}
	if !slices.Contains(f.endings(), ending(file)) {
		r.findings = append(r.findings, finding.New(finding.WrongExtension, at, f.label(), ""))
	}
	sum := sha256.Sum256(data)
	book := &Book{File: file, Sum: hex.EncodeToString(sum[:]), Format: string(f), Sheets: r.sheets}
	slices.SortStableFunc(r.findings, finding.Compare)
	return book, r.findings
}

func formatOf(file string, data []byte) (format, *refusal) {
	if len(data) > maxFileBytes {
		return "", tooLarge(size(uint64(len(data))), size(maxFileBytes))
	}
	return sniff(data, file)
}

// Open reads the file at path. The error is the tool's (no permission, disk); everything
// that is wrong with the content is a finding.
func Open(path, file string) (*Book, []finding.Finding, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, err
	}
	defer f.Close()
	// One byte over the limit is enough for Parse to refuse the file.
	data, err := io.ReadAll(io.LimitReader(f, maxFileBytes+1))
	if err != nil {
		return nil, nil, err
	}
	book, findings := Parse(file, data)
	return book, findings, nil
}

// reading is one file while it is read: the sheets so far and what is to be said of them.
type reading struct {
	file     string
	sheets   []*Sheet
	findings []finding.Finding
	cells    int // of all sheets, against maxCells
}

func (r *reading) read(f format, data []byte) *refusal {
	switch f {
	case formatXLSX:
		return r.readXLSX(data)
	case formatXLS:
		return r.readXLS(data)
	case formatODS:
		return r.readODS(data)
	case formatDOCX:
		return r.readDOCX(data)
	case formatHTML:
		return r.readHTML(data)
	case formatXML:
		return r.readXML2003(data)
	case formatCSV:
		return r.readCSV(data)
	case formatText:
		return r.readText(data)
	}
	return unsupported(f.label(), "")
}

// add takes in a finished draft.
func (r *reading) add(d *draft) *refusal {
	if bad := r.fits(len(d.cells) + d.covered()); bad != nil {
		return bad
	}
	if len(r.sheets) == maxSheets {
		return tooLarge("工作表过多", fmt.Sprintf("%d 张", maxSheets))
	}
	s := d.finish()
	if d.twice != nil {
		return damaged("工作表“%s”的单元格 %s 出现了两次", s.Name, d.twice.At().Cell())
	}
	r.cells += len(d.cells)
	r.sheets = append(r.sheets, s)
	r.reportFormulas(d.cells)
	r.reportLost(d.lost)
	return nil
}

// fits holds more cells against the limit.
func (r *reading) fits(more int) *refusal {
	if r.cells+more > maxCells {
		return tooLarge("单元格过多", fmt.Sprintf("%d 个", maxCells))
	}
	return nil
}

// reportFormulas says once a sheet where formulas have no stored result.
func (r *reading) reportFormulas(cells []Cell) {
	var first *Cell
	count := 0
	for i := range cells {
		if c := &cells[i]; c.Kind == Failed && c.Formula != "" && !c.Covered() {
			if first == nil {
				first = c
			}
			count++
		}
	}
	if first == nil {
		return
	}
	found := fmt.Sprintf("=%s（%s）", first.Formula, first.At().Cell())
	if count > 1 {
		found = fmt.Sprintf("%s 等 %d 处，=%s", first.At().Cell(), count, first.Formula)
	}
	r.findings = append(r.findings, finding.New(finding.FormulaWithoutValue, first.At(), found, ""))
}

// reportLost says once a sheet what lies unseen under merged cells: the sheet shows the
// merge's first cell only.
func (r *reading) reportLost(lost []Cell) {
	if len(lost) == 0 {
		return
	}
	found := fmt.Sprintf("合并单元格下面的 %s 还有“%s”", lost[0].At().Cell(), lost[0].Text)
	if len(lost) > 1 {
		found = fmt.Sprintf("合并单元格下面有 %d 个单元格另有内容，如 %s“%s”", len(lost), lost[0].At().Cell(), lost[0].Text)
	}
	f := finding.New(finding.HiddenContent, lost[0].At(), found, "")
	f.Hint = "请取消单元格合并后核对，把要报送的内容放进看得见的单元格。"
	r.findings = append(r.findings, f)
}
