package returns

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

func statusWords(w *words.Words) map[string]status.Status {
	m := map[string]status.Status{}
	for _, s := range status.Statuses {
		for _, word := range w.Statuses[s.Label()] {
			m[fold.Key(word)] = s
		}
	}
	return m
}

// takeStatus reads a cell of a status column.
func (r *Reader) takeStatus(row *Row, col column, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	if col.tick != status.NoStatus {
		if r.isTick(said) {
			r.setStatus(row, col.tick, col.tick.Label(), cell)
		} else if !r.nothing(said) && r.statuses[fold.Key(said)] != status.Behind {
			row.Progress = together(row.Progress, grid.Words{Value: said, At: cell.Anchor()})
		}
		return
	}
	if cell.Kind == grid.Number {
		s := outOfHundred
		if cell.Number <= 1 {
			s = outOfOne
		}
		r.takePercent(row, cell, s)
		return
	}
	stands := r.readStatus(said)
	if row.Status.Given() && (stands != status.NoStatus || row.Status.Value == status.NoStatus) {
		r.setStatus(row, stands, said, cell)
		return
	}
	row.Status = grid.Read[status.Status]{Value: stands, Said: said, At: cell.Anchor()}
	if stands == status.NoStatus && !r.words.IsUnanswered(said) {
		if p, ok := r.percentOf(said); ok {
			row.Status = grid.Read[status.Status]{}
			row.Percent = grid.Read[float64]{Value: p, Said: said, At: cell.Anchor()}
			return
		}
		row.Findings = append(row.Findings, finding.New(finding.StatusUnknown, cell.Anchor(), said, ""))
	}
	if r.words.IsUnanswered(said) {
		row.Status = grid.Read[status.Status]{}
	}
}

// isTick reports whether a cell is ticked: √, 是, √（已上网）.
func (r *Reader) isTick(said string) bool {
	return r.statuses[fold.Key(said)] == status.Completed || strings.ContainsAny(said, "√✓✔☑")
}

// setStatus takes a status. A row that says two different ones says none that can be
// believed: the status stays empty and the office is asked.
func (r *Reader) setStatus(row *Row, s status.Status, said string, cell grid.Cell) {
	if row.Status.Given() && row.Status.Value != s {
		row.Findings = append(row.Findings, finding.New(finding.StatusContradiction, cell.Anchor(),
			"同一行既填“"+row.Status.Said+"”又填“"+said+"”", "状态不明"))
		row.Status.Value, row.Status.Said = status.NoStatus, row.Status.Said+"、"+said
		return
	}
	row.Status = grid.Read[status.Status]{Value: s, Said: said, At: cell.Anchor()}
}

var (
	partDone    = regexp.MustCompile(`^(已|基本|大部分)?完成(了)?(约|近)?[0-9.]+[%％]|^完成[率度比例:：]*[0-9.]+[%％]`)
	scoped      = regexp.MustCompile(`^(已)?完成(了)?.*(前期|阶段|初步|部分|第[一二三四1-4]?季度|本季度|上半年|准备|方案|初稿)|^除.+外.*完成`)
	negated     = regexp.MustCompile(`(未|没有|没|尚未|暂未|还未|未能|无法)(按期|按时|全部|全面|如期)?(完成|办结|落实|达到)`)
	notBegun    = regexp.MustCompile(`(未|没有|尚未|暂未|还未|拟于|待)(启动|开展|开始|实施|进行)|^拟于.+(开展|启动|实施)`)
	remainder   = regexp.MustCompile(`剩余|尚|未|除|还需|仍需|但|待`)
	clauseEnd   = "，,。；;：:（(！! 　\n、"
	quietEnding = "。.；;，,！!"
)

// readStatus reads a department's own word for where it stands. The whole text must be
// understood: a negation or a scope (已完成80%, 完成前期工作, 除第3项外均已完成) is no
// completion, and what is not understood is no status.
func (r *Reader) readStatus(said string) status.Status {
	text := strings.TrimRight(strings.TrimSpace(said), quietEnding)
	if s := r.statuses[fold.Key(text)]; s != status.NoStatus {
		return s
	}
	if r.saysTwo(text) {
		return status.NoStatus // 已完成/未完成, printed beforehand and not crossed out
	}
	plain := fold.Text(text)
	if p, ok := percentWithin(plain); ok && partDone.MatchString(plain) {
		if p >= 100 {
			return status.Completed
		}
		return status.InProgress
	}
	clause, rest := text, ""
	if i := strings.IndexAny(text, clauseEnd); i > 0 {
		clause, rest = text[:i], text[i:]
	}
	clausePlain := fold.Text(clause)
	switch s := r.statuses[fold.Key(clause)]; {
	case s == status.Completed && remainder.MatchString(rest):
		return status.NoStatus
	case s != status.NoStatus:
		return s
	case notBegun.MatchString(clausePlain) && !strings.Contains(clausePlain, "完成"):
		return status.NotStarted
	case scoped.MatchString(clausePlain) || scoped.MatchString(plain):
		return status.InProgress
	case negated.MatchString(clausePlain) && rest == "" && !strings.Contains(clausePlain, "非未"):
		return status.Behind
	}
	return status.NoStatus
}

// saysTwo reports whether a text holds words for two different statuses.
func (r *Reader) saysTwo(text string) bool {
	first := status.NoStatus
	for _, part := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(clauseEnd+"/／或", c) }) {
		s := r.statuses[fold.Key(part)]
		if s == status.NoStatus || len([]rune(part)) < 2 {
			continue
		}
		if first != status.NoStatus && s != first {
			return true
		}
		first = s
	}
	return false
}

// leadingStatus reads the status that a progress text opens with: 已完成。共发布…. A word
// of one or two characters (无, 全年, 长期) opens many sentences and speaks only where it is
// the whole text; 完成 and 滞后 before a full stop are clear.
func (r *Reader) leadingStatus(progress grid.Words) grid.Read[status.Status] {
	text := strings.TrimSpace(progress.Value)
	if text == "" {
		return grid.Read[status.Status]{}
	}
	whole := strings.TrimRight(text, quietEnding)
	if s := r.statuses[fold.Key(whole)]; s != status.NoStatus {
		return grid.Read[status.Status]{Value: s, Said: whole, At: progress.At}
	}
	clause := text
	if i := strings.IndexAny(text, clauseEnd); i > 0 {
		clause = text[:i]
	}
	word := r.statuses[fold.Key(clause)]
	short := len([]rune(fold.Key(clause))) < 3
	if short && (clause == text || word != status.Completed && word != status.Behind) {
		return grid.Read[status.Status]{}
	}
	if word == status.NoStatus && !partDone.MatchString(fold.Text(clause)) {
		return grid.Read[status.Status]{}
	}
	if s := r.readStatus(text); s != status.NoStatus {
		return grid.Read[status.Status]{Value: s, Said: clause, At: progress.At}
	}
	return grid.Read[status.Status]{}
}

// percentSpeaks gives a row without a word for its status the one that its percentage
// stands for: 0 is not started, 100 and more completed, between in progress.
func (r *Reader) percentSpeaks(row *Row) {
	if row.Status.Given() || !row.Percent.Given() {
		return
	}
	p := row.Percent
	stands := status.InProgress
	switch {
	case p.Value <= 0:
		stands = status.NotStarted
	case p.Value >= 100:
		stands = status.Completed
	}
	row.Status = grid.Read[status.Status]{Value: stands, Said: p.Said, At: p.At}
}

var (
	percentText  = regexp.MustCompile(`^(?:已?完成(?:率|比例|进度)?[为达:]?)?(约|近|超过|超|达|已达|约为|大约|≥|>)?\s*([0-9]+(?:\.[0-9]+)?)\s*%?(左右|以上)?$`)
	percentSign  = regexp.MustCompile(`([0-9]+(?:\.[0-9]+)?)\s*%`)
	tenthsText   = regexp.MustCompile(`^(约|近|超过|超|达|已达)?([一二三四五六七八九十])成(左右|以上)?$`)
	chineseTenth = []string{"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"}
)

// parsedPercent is what percentOf made of a text.
type parsedPercent struct {
	percent float64
	ok      bool
}

func (r *Reader) percentOf(said string) (float64, bool) {
	p := r.memo.percent.brief(said, func(said string) parsedPercent {
		percent, ok := percentOf(said)
		return parsedPercent{percent, ok}
	})
	return p.percent, p.ok
}

// percentOf reads a text that is a percentage: 80%, 80％, 约80%, 八成; 100 is all.
func percentOf(said string) (float64, bool) {
	plain := strings.ReplaceAll(fold.Text(said), "％", "%")
	if m := percentText.FindStringSubmatch(plain); m != nil && strings.Contains(plain, "%") {
		return percentNumber(m[2])
	}
	if m := tenthsText.FindStringSubmatch(plain); m != nil {
		return float64(slices.Index(chineseTenth, m[2])+1) * 10, true
	}
	return 0, false
}

// percentWithin finds the one percentage of a text: 已完成80%.
func percentWithin(said string) (float64, bool) {
	if !strings.ContainsAny(said, "%％﹪") {
		return 0, false
	}
	m := percentSign.FindAllStringSubmatch(strings.ReplaceAll(fold.Text(said), "％", "%"), -1)
	if len(m) != 1 {
		return 0, false
	}
	return percentNumber(m[0][1])
}

func percentNumber(digits string) (float64, bool) {
	p, err := strconv.ParseFloat(digits, 64)
	return p, err == nil && p <= largestPercent
}
