package content

import (
	"regexp"
	"strconv"
	"strings"

	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/importer/table/block"
	"taizhang/importer/table/list"
	"taizhang/importer/table/values"
)

// What answers speak of. Most texts of a year are asked for all three: they are looked through word by word,
// which takes a tenth of what an expression takes.
var (
	problemWords = strings.Split(`问题|困难|不足|不够|缺乏|缺少|短缺|滞后|难度|制约|影响|未能|偏慢|偏低|紧张|老化|薄弱|堵点|瓶颈|阻力|矛盾|尚未|不到位|不及时|不强|不高|风险|隐患|缺口|欠缺|受限`, "|")
	futureWords  = strings.Split(`下一步|下步|下季度|下阶段|将|继续|拟|计划|争取|力争|加快|加强|进一步|确保|预计|打算|抓紧|尽快|推动|跟进|准备|安排|之前|底前|完善`, "|")
	pastWords    = strings.Split(`已|了|完成|开展|召开|组织|发布|印发|办理|举办|制定|落实|更新|公开|建成|培训|检查|累计`, "|")
	pastCount    = regexp.MustCompile(`共[0-9一二三四五六七八九十]`)
)

// judge adds what one answer is to the shares of its column.
func (r *Reader) judge(k *Shares, legend map[string]status.Status, cell grid.Cell, text, key string, size int, one float64) {
	add := func(to *float64, is bool) bool {
		if is {
			*to += one
		}
		return is
	}
	if cell.Kind == grid.Bool {
		k.Tick += one
		return
	}
	if cell.Kind == grid.Number {
		if _, ok := cell.Date(); ok {
			k.Date += one
			return
		}
		add(&k.Percent, cell.IsPercent())
		add(&k.Number, cell.Number == float64(int(cell.Number)) && cell.Number >= 0 && cell.Number < 10000 || r.List != nil && r.Cites(cell.Text))
		k.Plain += one
		return
	}
	if cell.Kind != grid.Text {
		return
	}
	if no, how := r.Requirement(text); no != 0 && (how != list.ByShort || !r.Status.Is(text)) || r.List != nil && cell.Kind == grid.Text && r.Status.Word(text) == status.NoStatus && r.BesideNumber(block.Whole(cell.Sheet()), cell) != 0 {
		k.Requirement += one
		if how == list.ByText || how == list.ByLikeness || how == list.ByNumber {
			k.Own += one // ByNumber: 13 未保标准化场所, its number and a short name in one cell
		}
	} else if r.List != nil && r.List.Task(text) {
		k.Task += one
	}
	add(&k.Grouped, values.Grouped.MatchString(text))
	add(&k.Tick, size <= 5 && values.IsTick(text))
	add(&k.Number, values.Number.MatchString(text) || values.ChineseNumber.MatchString(text) || size <= 16 && r.Cites(text))
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		k.Plain += one
	}
	add(&k.Cited, size <= 16 && strings.ContainsAny(text, "第项条") && r.Cites(text))
	add(&k.names, size <= 60 && r.OnlyNames(text))
	add(&k.word, size <= 12 && (r.Status.Word(text) != status.NoStatus || legend[text] != "" || legend[key] != ""))
	isStatus := add(&k.status, size <= 24 && (r.Status.Is(text) || legend[text] != "" || legend[key] != "") ||
		size <= longestBoxes && status.HoldsEmptyBox(text) && r.Status.Cell(text).Status != status.NoStatus)
	if size <= 30 {
		if !isStatus && size > 3 && strings.ContainsFunc(text, values.IsHan) && r.Status.Cell(text).Status != status.NoStatus {
			k.said += one
		}
		if _, ok := status.Percent(text); ok && !isStatus {
			k.Percent += one
		}
		if isDate := add(&k.Date, period.IsDate(text, r.Year)); !isDate {
			add(&k.Due, period.IsDue(text, r.Year)) // a day may be either
		}
	}
	add(&k.evidence, cell.Link != "" || values.IsEvidence(text))
	add(&k.phone, values.Phone.MatchString(text) && strings.ContainsAny(text, "0123456789") && size >= 7)
	add(&k.person, !isStatus && values.IsPerson(text))
	add(&k.score, values.Score.MatchString(text))
	add(&k.short, size <= 4)
	add(&k.Pieces, values.Pieces.MatchString(text))
	if size >= 6 && strings.ContainsFunc(text, values.IsHan) && !isStatus {
		k.Prose += one
		add(&k.problem, values.HoldsAny(text, problemWords))
		add(&k.Future, values.HoldsAny(text, futureWords))
		add(&k.Past, values.HoldsAny(text, pastWords) || strings.Contains(text, "共") && pastCount.MatchString(text))
		add(&k.Tally, values.Tally.MatchString(text))
	}
}

// longestBoxes is how many characters a choice of printed boxes has: □没动 ■在办 □办完.
const longestBoxes = 60
