package returns

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table"
)

// takeStatus reads a cell of a status column: a symbol of the sheet's legend, a share, a word,
// or a word with its date.
func (t *reading) takeStatus(row *Row, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	if s, ok := t.bySymbol(said); ok {
		t.setStatus(row, s, said, cell)
		return
	}
	if cell.Kind == grid.Number {
		t.takeShare(row, cell)
		return
	}
	if t.words.IsUnanswered(said) || status.HoldsEmptyBox(said) && status.MarkOf(said) == status.Empty {
		return
	}
	r := t.grammar.Cell(said)
	if row.Status.Given() && (r.Status != status.NoStatus || row.Status.Value == status.NoStatus) {
		t.setStatus(row, r.Status, said, cell)
		return
	}
	if r.Status == status.NoStatus {
		if p, ok := status.Percent(said); ok {
			row.Percent = grid.Read[float64]{Value: p, Said: said, At: cell.Anchor()}
			return
		}
		if t.saysDate(row, said, cell) {
			return
		}
		row.Status = grid.Read[status.Status]{Said: said, At: cell.Anchor()}
		f := finding.New(finding.StatusUnknown, cell.Anchor(), said, "")
		f.Cause = "word:" + fold.Key(said)
		row.Findings = append(row.Findings, f)
		return
	}
	row.Status = grid.Read[status.Status]{Value: r.Status, Said: said, At: cell.Anchor()}
	if r.HasPercent && !row.Percent.Given() {
		row.Percent = grid.Read[float64]{Value: r.Percent, Said: said, At: cell.Anchor()}
	}
	if r.Status == status.Completed {
		t.saysDate(row, said, cell)
	}
}

// saysDate takes the date that stands in a status cell as when it was completed: 已完成（9月20日）.
// A date alone is a date.
func (t *reading) saysDate(row *Row, said string, cell grid.Cell) bool {
	if row.CompletedOn.Given() {
		return false
	}
	d, _, ok := period.FindDate(said, t.plan.Year)
	if ok {
		row.CompletedOn = grid.Read[period.Date]{Value: d, Said: said, At: cell.Anchor()}
	}
	return ok
}

// takeShare reads a number in a status column: only one that is shown or headed as a share is
// one. Pieces counted under 完成情况 are no share.
func (t *reading) takeShare(row *Row, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	heading := ""
	if col := t.Column(t.ColumnOf(cell)); col != nil {
		heading = col.Heading
	}
	if cell.IsPercent() || cell.Number > 0 && cell.Number < 1 || strings.ContainsAny(heading, "%％率") || strings.Contains(heading, "比例") {
		s := outOfHundred
		if cell.Number <= 1 {
			s = outOfOne
		}
		t.takePercent(row, cell, s)
		return
	}
	row.Other = append(row.Other, Other{Heading: heading, Text: said, At: cell.Anchor()})
}

// bySymbol reads a symbol as the sheet's own legend explains it.
func (t *reading) bySymbol(said string) (status.Status, bool) {
	if len(t.sheet.Legend) == 0 {
		return status.NoStatus, false
	}
	for _, key := range []string{said, fold.Key(said)} {
		if s, ok := t.sheet.Legend[key]; ok && key != "" {
			return s, true
		}
	}
	return status.NoStatus, false
}

// takeTick reads a cell of a column that is headed with a status. What is no tick is what was
// done.
func (t *reading) takeTick(row *Row, col *table.Column, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	mark := status.MarkOf(said)
	switch {
	case cell.Kind == grid.Bool && said != "TRUE", cell.Kind == grid.Number && cell.Number == 0:
	case cell.Kind == grid.Bool, cell.Kind == grid.Number && cell.Number == 1, t.isTick(said), mark == status.Checked && !t.ticksOtherwise():
		t.setStatus(row, col.Tick, col.Tick.Label(), cell)
	case mark != status.NoMark, t.nothing(said) || t.grammar.Word(said) == status.Behind || unticked[said]:
	case status.HoldsEmptyBox(said): // □已完成, and what else nobody has ticked
		row.Other = append(row.Other, Other{Heading: col.Heading, Text: said, At: cell.Anchor()})
	default:
		row.Progress = together(row.Progress, grid.Words{Value: said, At: cell.Anchor()})
	}
}

var unticked = map[string]bool{"FALSE": true, "false": true, "否": true, "0": true}

// isTick reports whether a cell is ticked: √, 是, √（已上网）.
func (r *Reader) isTick(said string) bool {
	return r.grammar.Word(said) == status.Completed || strings.ContainsAny(said, "√✓✔☑✅■●★▲◆") || said == "V" || said == "v" || said == "1"
}

// ticksOtherwise reports whether the table ticks with another sign than ☒, which then says no.
func (t *reading) ticksOtherwise() bool {
	if t.sheet.ticks == nil {
		found := false
		for cell := range t.Grid().Cells() {
			found = found || cell.Kind == grid.Text && status.MarkOf(cell.Text) == status.Ticked
		}
		t.sheet.ticks = &found
	}
	return *t.sheet.ticks
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

// turnsTo is where a text goes on from what was done to what is in its way.
var turnsTo = regexp.MustCompile(`。(?:目前)?(?:存在的?|主要)?(?:困难|问题|难点|不足)(?:是|在于|有|：|:)`)

// sentenceStatus reads the status that a progress text begins or ends with: 已完成。共发布….
func (t *reading) sentenceStatus(progress grid.Words) grid.Read[status.Status] {
	text := strings.TrimSpace(progress.Value)
	if text == "" {
		return grid.Read[status.Status]{}
	}
	if s, ok := t.bySymbol(text); ok {
		return grid.Read[status.Status]{Value: s, Said: text, At: progress.At}
	}
	if s := t.openingStatus(text); s.Value != status.NoStatus {
		s.At = progress.At
		return s
	}
	if s := t.closingStatus(text); s.Value != status.NoStatus {
		s.At = progress.At
		return s
	}
	r := t.grammar.Sentence(text)
	if at := turnsTo.FindStringIndex(text); r.Status == status.NoStatus && at != nil && at[0] > 0 {
		r = t.grammar.Sentence(text[:at[0]+len("。")]) // what follows tells of problems
	}
	if r.Status != status.NoStatus {
		said := r.Said
		if said == "" {
			said = text
		}
		return grid.Read[status.Status]{Value: r.Status, Said: said, At: progress.At}
	}
	return t.clauseStatus(text, progress)
}

// clauseStatus reads the status that a clause states of the whole: 目前正在推进, 此项已完成. Clauses that
// differ say nothing.
func (t *reading) clauseStatus(text string, progress grid.Words) grid.Read[status.Status] {
	var found grid.Read[status.Status]
	for _, clause := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune("。；;，,\n", c) }) {
		clause = strings.TrimSpace(clause)
		m := ofTheWhole.FindStringIndex(clause)
		switch {
		case m == nil && doneWhole.MatchString(clause):
			m = []int{0, 0}
		case m == nil && notOurs.MatchString(clause):
			m = notOurs.FindStringSubmatchIndex(clause)[2:]
		case m == nil:
			continue
		}
		said := strings.TrimSpace(clause[m[1]:])
		r := t.grammar.Cell(said)
		if said == "" || r.Status == status.NoStatus || utf8.RuneCountInString(said) > longestClause {
			continue
		}
		if found.Given() && found.Value != r.Status {
			return grid.Read[status.Status]{}
		}
		found = grid.Read[status.Status]{Value: r.Status, Said: said, At: progress.At}
	}
	return found
}

var (
	// doneWhole is a clause that says that all of it is done: 已于11月18日全部完成.
	doneWhole = regexp.MustCompile(`^(?:均|都)?[已现](?:已|经)?于?[0-9年月日号.\-/]*[日号前]?(?:全部|全面|如期|按期|提前|圆满|顺利|整体)(?:完成|办结|落实|收官|销号|完工)(?:到位)?$`)
	// notOurs is a clause that says that the writer has nothing to do with it: 本中心不涉及.
	notOurs = regexp.MustCompile(`^((?:本|我)(?:中心|单位|部门|科室?|股室?|局|站|所|校|院|处|队|大队|办|馆))(?:目前|暂|均)?(?:不涉及|无此项(?:工作|业务|任务))$`)
)

// longestClause is how many characters a clause has at the most that says nothing but a status.
const longestClause = 16

// ofTheWhole is what opens a clause that speaks of the requirement as a whole.
var ofTheWhole = regexp.MustCompile(`^(?:截至目前|目前进度|目前状态|我(?:科|股|室|局|站|所|中心|单位)(?:配合|承担|牵头)?的?(?:任务|工作|事项)|目前总体|目前|现阶段|现状|该项工作|此项工作|该工作|该任务|此任务|该项目|该项|此项|本项工作|本项|[此这上][述]?[两几二三四]项(?:工作|任务|事项)?(?:均|都)?|总体上?|整体|全年任务|全年目标|状态|进度|属)(?:已经|处于|为|是|属于)?[：:]?`)

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

// percentOf reads a text that is a percentage: 80%, 约80%, 八成; 100 is all.
func (r *Reader) percentOf(said string) (float64, bool) {
	p := r.memo.percent.brief(said, func(said string) parsedPercent {
		percent, ok := status.Percent(said)
		return parsedPercent{percent, ok}
	})
	return p.percent, p.ok
}

// parsedPercent is what a text says as a percentage.
type parsedPercent struct {
	percent float64
	ok      bool
}

// closingStatus reads a status that is the last sentence by itself: …剩余地块由村集体代耕。已完成。
func (t *reading) closingStatus(text string) grid.Read[status.Status] {
	text = strings.TrimRight(text, "。；; \n")
	i := strings.LastIndexAny(text, "。；;\n")
	if i < 0 {
		return grid.Read[status.Status]{}
	}
	said := strings.TrimSpace(strings.TrimLeft(text[i:], "。；;\n"))
	if s := t.grammar.Word(said); s != status.NoStatus {
		return grid.Read[status.Status]{Value: s, Said: said}
	}
	if doneOn.MatchString(said) {
		return grid.Read[status.Status]{Value: status.Completed, Said: said}
	}
	return grid.Read[status.Status]{}
}

// doneOn is a sentence that says nothing but when it was done: 已于9月15日完成.
var doneOn = regexp.MustCompile(`^已?于[0-9年月日号.\-/]{3,}[日号]?(?:前)?(?:全部|全面|如期|按期|提前)?(?:完成|办结|完工|竣工|销号)$`)

// openingStatus reads a status that stands before all else, in a bracket or before a stop: 【推进中】…,
// 长期坚持。…. 已完成 counts only where nothing behind it is left to do.
func (t *reading) openingStatus(text string) grid.Read[status.Status] {
	var said, rest string
	if m := bracketLabel.FindStringSubmatchIndex(text); m != nil {
		said, rest = text[m[2]:m[3]], text[m[1]:]
	} else if i := strings.IndexAny(text, "。；;：:"); i > 0 {
		said, rest = text[:i], text[i:]
	}
	said = strings.TrimSpace(said)
	if said == "" || utf8.RuneCountInString(said) < 2 || utf8.RuneCountInString(said) > 2*longestClause {
		return grid.Read[status.Status]{}
	}
	if i := strings.LastIndexAny(said, "，,"); i > 0 && len(rest) > 0 && !strings.HasPrefix(rest, "。") { // 均为配合监测站，正在推进：…
		said = strings.TrimLeft(said[i:], "，, ")
	}
	if utf8.RuneCountInString(said) > longestClause {
		return grid.Read[status.Status]{}
	}
	s := t.grammar.Word(said)
	if s == status.NoStatus && (strings.HasPrefix(text, "【") || strings.HasPrefix(text, "[") || t.grammar.Is(said)) {
		s = t.grammar.Cell(said).Status
	}
	if s == status.Completed && stillOpen.MatchString(rest) {
		return grid.Read[status.Status]{}
	}
	return grid.Read[status.Status]{Value: s, Said: said}
}

// stillOpen is what is left to do behind a word for done.
var stillOpen = regexp.MustCompile(`未完成|尚未|未能|剩余|余下|还有|还差|仍有|除.{1,20}外|未到位|待`)
