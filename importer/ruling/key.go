package ruling

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
)

// RowKey returns the key of the row with this text. occurrence is 0 for the only row of
// its department and quarter that says so, else 1..n for the n rows that do, in the order
// of what they answer: neither a row number nor a file name has a part in it.
func RowKey(department, quarter, text string, occurrence int) string {
	return hash(department, quarter, fold.Key(text), strconv.Itoa(occurrence))
}

// Keys makes the keys of many rows. It holds them in few places, for the sake of the
// garbage collector.
type Keys struct{ page strings.Builder }

// keyPage is how many bytes of keys lie together.
const keyPage = 8 << 10

// OnlyRow returns the key of the only row of its department and quarter that says so, and
// its sum: of the key's parts and of all that it answers, by which a row that was decided on
// is told from its twins. folded is fold.Key of its text, which many rows share.
func (k *Keys) OnlyRow(department, quarter, folded string, answer []byte) (key, sum string) {
	var room [1 << 10]byte
	text := append(join(room[:0], department, quarter, folded), '\n')
	key = k.hold(digest(append(text, '0')))
	return key, k.hold(digest(append(text, answer...)))
}

func (k *Keys) hold(d [8]byte) string {
	var room [2 * len(d)]byte
	text := hex.AppendEncode(room[:0], d[:])
	if k.page.Len()+len(text) > k.page.Cap() {
		k.page = strings.Builder{}
		k.page.Grow(keyPage)
	}
	from := k.page.Len()
	k.page.Write(text)
	return k.page.String()[from:]
}

// FindingSum returns the sum of a finding that speaks of no row: of what was found and
// wanted, not of the sentence that says so. The file stands in it only where no department
// is known, so that a renamed return keeps its rulings.
func FindingSum(f finding.Finding) string {
	file, sheet := "", ""
	if f.Department == "" {
		file, sheet = f.Place.File(), f.Place.Sheet()
	}
	return hash(string(f.Code), f.Department, f.Quarter, file, sheet, fold.Key(f.Found), fold.Key(f.Wanted))
}

// Subject is what a line of 待核对 is about, so that a ruling and its line find each other.
type Subject struct {
	RowKey string
	Code   finding.Code
	Nth    int    // of a row's findings with the code, from 1
	Sum    string // of a finding that speaks of no row
}

// Subject returns what the ruling was decided beside.
func (t Target) Subject() Subject {
	if t.RowKey != "" {
		return Subject{RowKey: t.RowKey, Code: t.Code, Nth: t.Nth}
	}
	return Subject{Code: t.Code, Sum: t.Sum}
}

// Subjects returns the subject of each finding; the findings are in ledger order.
func Subjects(findings []finding.Finding) []Subject {
	subjects := make([]Subject, len(findings))
	seen := map[Subject]int{}
	for i, f := range findings {
		if f.RowKey == "" {
			subjects[i] = Subject{Code: f.Code, Sum: FindingSum(f)}
			continue
		}
		s := Subject{RowKey: f.RowKey, Code: f.Code}
		seen[s]++
		s.Nth = seen[s]
		subjects[i] = s
	}
	return subjects
}

func hash(parts ...string) string {
	var room [1 << 10]byte // enough for most
	sum := digest(join(room[:0], parts...))
	return hex.EncodeToString(sum[:])
}

func digest(text []byte) [8]byte {
	sum := sha256.Sum256(text)
	return [8]byte(sum[:])
}

// join appends the parts, a line each.
func join(b []byte, parts ...string) []byte {
	for i, part := range parts {
		if i > 0 {
			b = append(b, '\n')
		}
		b = append(b, part...)
	}
	return b
}
