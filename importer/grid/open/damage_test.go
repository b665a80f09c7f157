package open

import (
	"bytes"
	"flag"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/gridtest"
)

var flips = flag.Int("flips", 300, "single bits that TestSingleBitFlips flips in each file")

// One flipped bit in a file of a format with check sums is either found or makes no difference:
// these lie in a zip, whose entries have one each. The writers differ in their zip directories,
// which have none.
func TestSingleBitFlips(t *testing.T) {
	for _, name := range []string{"return/openpyxl.xlsx", "return/libreoffice.xlsx", "return/libreoffice.ods", "return/odfpy.ods", "return/python-docx.docx", "return/libreoffice.odt", "kinds/odfpy-text.odt"} {
		whole := gridtest.Fixture(t, name)
		book, findings := Parse(name, whole)
		if book == nil {
			t.Fatal(findings)
		}
		want := content(book)
		random := rand.New(rand.NewPCG(20211128, 1))
		caught, harmless := 0, 0
		for range *flips {
			data := bytes.Clone(whole)
			bit := random.IntN(len(data) * 8)
			data[bit/8] ^= 1 << (bit % 8)
			got, findings := Parse(name, data)
			if got == nil {
				caught++
				if len(findings) != 1 || findings[0].Severity() != finding.Error {
					t.Errorf("%s, bit %d of byte %d: no book and %+v", name, bit%8, bit/8, findings)
				}
				continue
			}
			harmless++
			if diff := cmp.Diff(want, content(got)); diff != "" {
				t.Errorf("%s, bit %d of byte %d reads wrong:\n%s", name, bit%8, bit/8, diff)
			}
		}
		t.Logf("%s: %d flips, %d caught, %d without effect", name, caught+harmless, caught, harmless)
	}
}

// content is all that a book says.
func content(b *grid.Book) []string {
	var out []string
	for _, s := range b.Sheets {
		out = append(append(out, s.Name), gridtest.Dump(s, false)...)
		if s.Hidden {
			out = append(out, "hidden")
		}
		for c := range s.Cells() {
			if c.Beside() != (grid.Beside{}) || c.Fill() != "" || c.Color() != "" {
				out = append(out, c.At().Cell()+" "+cmp.Diff(grid.Beside{}, c.Beside())+c.Fill()+c.Color())
			}
		}
	}
	for _, p := range b.Prose {
		out = append(out, p.Text+p.Table)
	}
	return out
}
