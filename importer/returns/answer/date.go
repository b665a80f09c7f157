package answer

import (
	"regexp"
	"slices"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/returns"
	"taizhang/importer/status"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

// takeDate reads a cell of a completion date column. A time without an end (长期), one still to
// come (年底前) and a word for where it stands are no completion date and no mistake: they are
// kept beside it.
func (t *Taker) takeDate(row *returns.Row, col *table.Column, cell grid.Cell) {
	said := strings.TrimSpace(cell.String())
	d, ok := t.DateOf(cell)
	if !ok && cell.Kind == grid.Text && !t.isDeadline(said) {
		d, _, ok = period.FindDate(said, t.Plan.Year)
	}
	switch {
	case ok && movedOn.MatchString(said): // 2021/6/15（已延期至7月1日）: which of them it was, nobody says
		row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, cell.Anchor(), said, ""))
	case ok && row.CompletedOn.Given() && row.CompletedOn.Value != d:
		row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, cell.Anchor(), row.CompletedOn.Said+"和"+said, ""))
	case ok:
		row.CompletedOn = grid.Read[period.Date]{Value: d, Said: said, At: cell.Anchor()}
	case t.Nothing(said):
	case cell.Kind == grid.Text && (t.isDeadline(said) || t.Grammar.Cell(said).Status != status.NoStatus || period.Relative(said) == period.Later || strings.ContainsAny(said, "预拟")):
		if st := t.Grammar.Cell(said).Status; st != status.NoStatus && !row.Status.Given() && !t.Has(words.Status) {
			row.Status = grid.Read[status.Status]{Value: st, Said: said, At: cell.Anchor()}
			return
		}
		t.Keep(row, col, cell)
	default:
		row.Findings = append(row.Findings, finding.New(finding.DateUnreadable, cell.Anchor(), said, ""))
	}
}

// onlyTime takes the day of a column that is headed with nothing but 时间 from a row that does not say that
// the matter is completed: it stays beside the row, under its heading.
func (t *Taker) onlyTime(row *returns.Row) {
	if !row.CompletedOn.Given() || row.Status.Value == status.Completed {
		return
	}
	for i := range t.Columns {
		col := &t.Columns[i]
		if col.Role != words.Completed || col.By == table.ByHeading || col.By == table.ByOffice || !table.BareTime(col) {
			continue
		}
		row.Other = append(row.Other, returns.Other{Heading: col.Heading, Text: row.CompletedOn.Said, At: row.CompletedOn.At})
		row.CompletedOn = grid.Read[period.Date]{}
		return
	}
}

// movedOn is a time that was put off to another one.
var movedOn = regexp.MustCompile(`(?:延期|推迟|顺延|延后|延迟|延|改期|改|调整|变更|提前)(?:到|至|为)`)

// DateWithin takes the date that the progress of a completed row gives for its completion:
// 已于10月25日完成180台电梯评估. Two different ones are none, and a month (已于3月印发) is no day.
func (t *Taker) DateWithin(row *returns.Row) {
	if row.CompletedOn.Given() || row.Status.Value != status.Completed || !row.Progress.Given() {
		return
	}
	var found, last grid.Read[period.Date]
	dates, opens := 0, false
	var months []period.Date // in which something was finished, on a day that isn't told
	for _, clause := range strings.FieldsFunc(row.Progress.Value, func(c rune) bool { return strings.ContainsRune("。；;，,\n【】", c) }) {
		d, said, ok := period.FindDate(clause, t.Plan.Year)
		if ok && started.MatchString(clause) && !lastOf.MatchString(clause) {
			dates, opens = dates+1, true
			continue // 4月6日在人民广场启动
		}
		if ok && !period.NamesDay(said, t.Plan.Year) {
			dates, last = dates+1, grid.Read[period.Date]{}
			if finished.MatchString(clause) {
				months = append(months, d)
			}
			continue
		}
		if ok && len(strings.TrimSpace(clause)) > len(said)+leastBeside {
			dates++
			last = grid.Read[period.Date]{Value: d, Said: said, At: row.Progress.At}
		}
		if !ok && dates == 1 && allFinished.MatchString(clause) && !found.Given() {
			found = last // 9月30日公祭礼成，两场活动至此全部办完
		}
		if !ok || !finished.MatchString(clause) {
			continue
		}
		if found.Given() && found.Value != d {
			return
		}
		found = grid.Read[period.Date]{Value: d, Said: said, At: row.Progress.At}
	}
	if !found.Given() && dates == 1 && !opens {
		found = last // the only day that a finished matter tells of: 6月25日闭幕撤展
	}
	if !found.Given() { // 办完了（9月17日全部打卡到人）
		if d, said, ok := period.FindDate(row.Status.Said, t.Plan.Year); ok && period.NamesDay(said, t.Plan.Year) {
			found = grid.Read[period.Date]{Value: d, Said: said, At: row.Status.At}
		}
	}
	if slices.ContainsFunc(months, func(m period.Date) bool { return m.Year != found.Value.Year || m.Month != found.Value.Month }) {
		return
	}
	row.CompletedOn = found
}

// leastBeside is how many bytes stand beside a day in a clause that tells of it. A line that is a day
// and nothing else signs.
const leastBeside = 5

// started is a clause that tells of a day on which something began, is planned or was only reached,
// and lastOf one that tells of its last piece.
var (
	started = regexp.MustCompile(`启动|开始|开工|动工|开赛|进场|动员|部署|收到|接到|截至|截止|计划|预计|拟|将于|起(?:至|$|，)|自.{0,12}日起|以来|之前|日前|征求|检查|抽查|巡查|排查|查看|看了|组织|培训|演练|首[批个次]|第[0-9一二三四五六七八九十]{1,3}[场期次批轮]`)
	lastOf  = regexp.MustCompile(`最后|全部|至此|完成|办结|完工`)
)

// finished is what a clause says that tells when something was completed.
var finished = regexp.MustCompile(`完成|办结|竣工|完工|结束|验收|印发|发布|公布|交付|移交|上线|开通|投用|启用|运行|通过|报批|销号|挂牌|揭牌|建成|落成|召开|举办|举行|收官|闭环|入库|合格|到位|报到|成交|礼成|开诊|开业|开馆|开园|全部|[完妥毕满齐]`)

// allFinished is a clause that says that with what stands before it all is done.
var allFinished = regexp.MustCompile(`(?:至此|全部|均)\p{Han}{0,4}(?:完成|完毕|办结|办完|做完|竣工|完工|到位)$`)

// isDeadline reports whether a text says by when something is to be done, and not when it
// was: 年底前, 2021年11月20日前, 全年.
func (r *Reader) isDeadline(s string) bool { return r.made.deadline.Brief(s, r.saysDeadline) }

func (r *Reader) saysDeadline(s string) bool {
	plain := fold.Text(s)
	if _, ok := period.ParseDate(plain, r.Plan.Year); ok {
		return false
	}
	return period.IsDue(plain, r.Plan.Year) || r.Grammar.Word(s) != status.NoStatus
}
