package page

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
)

// numberIn is the number that a pattern finds on a screen, 0 for none.
func numberIn(screen, pattern string) int {
	found := regexp.MustCompile(pattern).FindStringSubmatch(screen)
	if found == nil {
		return 0
	}
	n, _ := strconv.Atoi(found[1])
	return n
}

const (
	ofBadge = `href="/check"[^>]*>核对<span class="count"[^>]*>(\d+)`
	ofCards = `共剩 <strong>(\d+)</strong>`
)

// What a row says is asked once it is known what it answers, and the screen says that the answer opened it.
func TestWhereARowBelongsIsAskedFirst(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "2026")
	const file = "第二季度/计量股二季度.csv"
	putIn(t, folder, "任务清单.csv", worksList)
	putIn(t, folder, file, fmt.Sprintf(worksHead, "计量股")+"给特设那边搭把手,已上会,派了两个人\n检定加油机六百枪次,推进中,已检定210枪\n")
	v := visitYear(t, folder)
	if asked := v.asksOn(finding.StatusUnknown, file); len(asked) > 0 {
		t.Error("the status of a row is asked before it is known what it answers")
	}
	first := v.asksOn(finding.RowUnmatched, file)
	if len(first) != 1 {
		t.Fatalf("%d rows are not placed", len(first))
	}
	key := ""
	for _, o := range v.optionsOf(first[0]) {
		if o.Line.Item == "2" {
			key = o.Key
		}
	}
	before := numberIn(v.get("/check"), ofCards)
	answered := ""
	if key == "" {
		answered = v.post("/decide", "q", first[0], "choice", ruling.Place.Label(), "item", "2")
	} else {
		answered = v.post("/decide", "q", first[0], "key", key)
	}
	v.settle()
	asked := v.asksOn(finding.StatusUnknown, file)
	if len(asked) != 1 {
		t.Fatalf("%d statuses are asked of the row that is placed", len(asked))
	}
	if badge, cards := numberIn(answered, ofBadge), numberIn(answered, ofCards); badge != cards || badge != before-1 || !strings.Contains(answered, "数还会变") {
		t.Errorf("of %d there are %d beside 核对 and %d cards after one answer", before, badge, cards)
	}
	s := v.read()
	title := s.Questions[s.At[asked[0]]].Finding.Code.Entry().Title
	screen := v.get("/check")
	more, less := numberIn(screen, `又问到 (\d+) 处：`), numberIn(screen, `另有 (\d+) 处不用再问`)
	if now := numberIn(screen, ofCards); more == 0 || now != before-1+more-less || !strings.Contains(screen, title+" 1 处") {
		t.Errorf("%d were asked, one is answered, %d are asked now: %s", before, now, plainly(screen))
	}
	if badge, cards := numberIn(screen, ofBadge), numberIn(screen, ofCards); badge != cards {
		t.Errorf("%d beside 核对, %d cards", badge, cards)
	}
	if again := v.get("/board"); strings.Contains(again, "又问到") {
		t.Error("it is said twice")
	}
}
