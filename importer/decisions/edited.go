package decisions

import (
	"archive/zip"
	"io"
	"path"
	"regexp"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/grid/open"
	"taizhang/importer/ruling"
)

// saved is what the parts of a ledger say of whoever saved it last, beside what its cells
// hold.
type saved struct {
	ours     bool                       // the program itself, and nobody since
	sheets   []string                   // their names
	formulas map[string]map[string]bool // by sheet and cell, of the sheets in which the office decides
}

// stampOfOurs is the date in the zip that this program gives to parts: 1980-01-01, where the
// calendar of zip begins.
const stampOfOurs = 1<<5 | 1

// mostPart is more than a part of a ledger has, in bytes.
const mostPart = 1 << 30

// lookAt looks into a ledger. One that is no zip at all says nothing; its reader says why.
func lookAt(file string) (s saved) {
	z, err := zip.OpenReader(file)
	if err != nil {
		return s
	}
	defer z.Close()
	parts := map[string]*zip.File{}
	s.ours = true
	for _, f := range z.File {
		parts[f.Name] = f
		s.ours = s.ours && f.ModifiedDate == stampOfOurs
	}
	if s.ours = s.ours && strings.Contains(textOf(parts["docProps/app.xml"]), "<Application>taizhang</Application>"); s.ours {
		return s
	}
	targets := map[string]string{}
	for _, rel := range elements(textOf(parts["xl/_rels/workbook.xml.rels"]), "Relationship") {
		targets[rel["Id"]] = rel["Target"]
	}
	s.formulas = map[string]map[string]bool{}
	for _, sheet := range elements(textOf(parts["xl/workbook.xml"]), "sheet") {
		name := sheet["name"]
		s.sheets = append(s.sheets, name)
		switch name {
		case ruling.OverviewSheet, ruling.FindingsSheet, ruling.ReadingsSheet, ruling.CoverageSheet:
			part := strings.TrimPrefix(targets[sheet["r:id"]], "/xl/")
			s.formulas[name] = formulasOf(textOf(parts[path.Join("xl", part)]))
		}
	}
	return s
}

func textOf(f *zip.File) string {
	if f == nil {
		return ""
	}
	r, err := f.Open()
	if err != nil {
		return ""
	}
	defer r.Close()
	data, _ := io.ReadAll(io.LimitReader(r, mostPart)) // what is damaged is said when it is read in earnest
	return string(data)
}

var (
	attribute = regexp.MustCompile(`([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')`)
	entities  = strings.NewReplacer("&lt;", "<", "&gt;", ">", "&quot;", `"`, "&apos;", "'", "&amp;", "&")
	calculate = regexp.MustCompile(`<(?:\w+:)?c\s+([^>]*[^/])>\s*<(?:\w+:)?f[\s>/]`)
)

// elements returns the attributes of each element with the name.
func elements(xml, name string) (all []map[string]string) {
	for _, m := range regexp.MustCompile(`<(?:\w+:)?`+name+`\s([^>]*)>`).FindAllStringSubmatch(xml, -1) {
		said := map[string]string{}
		for _, a := range attribute.FindAllStringSubmatch(m[1], -1) {
			said[a[1]] = entities.Replace(a[2] + a[3])
		}
		all = append(all, said)
	}
	return all
}

// formulasOf returns the cells of a sheet that hold formulas.
func formulasOf(xml string) map[string]bool {
	cells := map[string]bool{}
	for _, m := range calculate.FindAllStringSubmatch(xml, -1) {
		for _, a := range attribute.FindAllStringSubmatch(m[1], -1) {
			if a[1] == "r" {
				cells[a[2]+a[3]] = true
			}
		}
	}
	return cells
}

// edited names what somebody changed in the ledger of the last run outside the ruling columns:
// it is printed anew, and the change with it would go without a word.
func (s saved) edited(file, name string) (found []finding.Finding) {
	if s.ours || len(s.sheets) == 0 {
		return nil
	}
	book, _, err := open.Sheets(file, name, s.sheets...)
	if err != nil || book == nil {
		return nil
	}
	for _, e := range ruling.Edits(book) {
		found = append(found, finding.New(finding.LedgerEdited, e.At, e.What, ""))
	}
	return found
}

// formula says of a line in which the office put a formula that it decides nothing: what it
// works out to may be another thing in the next ledger.
func formula(t ruling.Typing) finding.Finding {
	f := finding.New(finding.LedgerEdited, t.Formula, "核定栏里是公式", "")
	f.Message = "核定栏里填的是公式，这一行没有当作核定。"
	f.Hint = "请直接写文字或从列表中选；填了公式的那一份留在“历史”文件夹里。"
	return f
}
