package openworld

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"strings"

	"github.com/xuri/excelize/v2"
)

// book is a file in the making.
type book struct {
	path   string // in the year folder, without its extension
	kind   string // xlsx, csv, html or txt
	sheets []*sheet
	covers []voice // departments and quarters that it answers for although no row says so
}

type voice struct {
	department string
	quarter    int
}

type sheet struct {
	name   string
	rows   [][]string
	merges [][4]int // first row, first column, last row, last column, from 1
	fills  map[[2]int]string
	bools  bool // TRUE and FALSE are typed as such
	left   int  // empty columns before the first
}

func (s *sheet) add(cells ...string) int {
	s.rows = append(s.rows, append(make([]string, s.left), cells...))
	return len(s.rows)
}

func (s *sheet) merge(r1, c1, r2, c2 int) {
	if r1 != r2 || c1 != c2 {
		s.merges = append(s.merges, [4]int{r1, c1 + s.left, r2, c2 + s.left})
	}
}

func (s *sheet) fill(row, col int, colour string) {
	if s.fills == nil {
		s.fills = map[[2]int]string{}
	}
	s.fills[[2]int{row, col + s.left}] = colour
}

// filled counts the cells that hold something, each merge once.
func (s *sheet) filled() int {
	n := 0
	for _, row := range s.rows {
		for _, cell := range row {
			if cell != "" {
				n++
			}
		}
	}
	return n
}

func (b *book) file() string { return b.path + "." + b.kind }

// write writes the book below the folder, and notes where each token stands.
func (b *book) write(folder string, f *folder) error {
	for _, s := range b.sheets {
		for i, row := range s.rows {
			for k, cell := range row {
				for _, t := range f.tokens(cell) {
					for _, o := range f.owner[t] {
						o.fact.places = append(o.fact.places, place{b.file(), s.name, i + 1, k + 1, o.role, t})
					}
				}
			}
		}
	}
	path := filepath.Join(folder, filepath.FromSlash(b.file()))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	switch b.kind {
	case "xlsx":
		return b.workbook(path)
	case "html":
		return os.WriteFile(path, []byte(b.page()), 0o644)
	}
	var out strings.Builder
	for _, row := range b.sheets[0].rows {
		for k, cell := range row {
			if k > 0 {
				out.WriteByte(',')
			}
			if strings.ContainsAny(cell, "\",\n") && b.kind == "csv" {
				cell = `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
			}
			out.WriteString(cell)
		}
		out.WriteByte('\n')
	}
	return os.WriteFile(path, []byte(out.String()), 0o644)
}

func (b *book) workbook(path string) error {
	x := excelize.NewFile()
	defer x.Close()
	for n, s := range b.sheets {
		if n == 0 {
			x.SetSheetName("Sheet1", s.name)
		} else if _, err := x.NewSheet(s.name); err != nil {
			return err
		}
		for i, row := range s.rows {
			for k, cell := range row {
				at, _ := excelize.CoordinatesToCellName(k+1, i+1)
				if colour := s.fills[[2]int{i + 1, k + 1}]; colour != "" {
					style, err := x.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
					if err != nil {
						return err
					}
					x.SetCellStyle(s.name, at, at, style)
				}
				switch {
				case cell == "":
				case s.bools && (cell == "TRUE" || cell == "FALSE"):
					x.SetCellBool(s.name, at, cell == "TRUE")
				default:
					x.SetCellStr(s.name, at, cell)
				}
			}
		}
		for _, m := range s.merges {
			from, _ := excelize.CoordinatesToCellName(m[1], m[0])
			to, _ := excelize.CoordinatesToCellName(m[3], m[2])
			if err := x.MergeCell(s.name, from, to); err != nil {
				return err
			}
		}
	}
	return x.SaveAs(path)
}

// page prints the first sheet as a web page.
func (b *book) page() string {
	var out strings.Builder
	out.WriteString("<html><head><meta charset=\"utf-8\"></head><body><table border=\"1\">\n")
	for _, row := range b.sheets[0].rows {
		out.WriteString("<tr>")
		for _, cell := range row {
			fmt.Fprintf(&out, "<td>%s</td>", html.EscapeString(cell))
		}
		out.WriteString("</tr>\n")
	}
	out.WriteString("</table></body></html>\n")
	return out.String()
}
