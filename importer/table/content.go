package table

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"taizhang/importer/fold"
	"taizhang/importer/grid"
	"taizhang/importer/period"
	"taizhang/importer/status"
	"taizhang/templates/words"
)

// mostJudged is how many answers of a column are looked at, spread over its length.
const mostJudged = 12

// content is what a column's answers look like: shares of those that were looked at, 0 to 1.
type content struct {
	n      int // answers that were looked at
	filled int // answers of the column

	cited                                                                                float64 // citations in so many words: 第25项
	own                                                                                  float64 // the list's own texts, whole or nearly
	requirement, task, names, status, percent, date, due, evidence, person, phone, score float64
	number, plain, tick                                                                  float64 // whole numbers, any numbers, ticks and boxes
	said, word, rising, distinct                                                         float64
	prose, problem, future, past, tally, short, pieces                                   float64
	length                                                                               float64 // characters, on average
	large                                                                                bool    // a number over 100
	recounts                                                                             bool    // counts anew for each of several things: 1, 2, 1, 2, 3
	grouped                                                                              float64 // begins with 一、 or （一）
}

var (
	tallyWords   = regexp.MustCompile(`[0-9]\s*(?:余|多|万)?(?:次|场|件|个|条|份|户|人|名|家|处|所|项|篇|期|公里|米|元|亩|台|套|座|吨|起|宗|辆|页|%|％|平方)`)
	piecesLike   = regexp.MustCompile(`^(?:共|约|已)?[0-9]+(?:\.[0-9]+)?\s*\p{Han}{0,3}$`) // 12, 3场
	evidenceLike = regexp.MustCompile(`https?://|www\.|[〔\[【（(]20[0-9]{2}[〕\]】）)][0-9第]+号|〔20[0-9]{2}〕|^《|附件[0-9一二三四五]|^附[0-9:：件表图]|\.(?:pdf|docx?|xlsx?|jpg|png)$|(?:通知|纪要|报告|照片|截图|台账|方案|清单|函|简报|批复|文件|记录|合同|证书|回执|签到表|决算|凭证)[）)]?$`)
	phoneLike    = regexp.MustCompile(`^[0-9()（）\-—+转 ]{6,20}$`)
	personLike   = regexp.MustCompile(`^[\p{Han}·]{2,4}$`)
	scoreLike    = regexp.MustCompile(`^[0-9]+(?:\.[0-9]+)?分$`)
	wholeLike    = regexp.MustCompile(`^(?:第)?[（(]?[0-9]{1,4}[)）]?[、.．]?[条项号]?$`)
	chineseNo    = regexp.MustCompile(`^[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?$`)
	groupedLike  = regexp.MustCompile(`^\s*(?:[一二三四五六七八九十]+\s*[、.．]|[(（][一二三四五六七八九十]+[)）])`)
	tickLike     = regexp.MustCompile(`^[◎xXvVyYnN\-—/＼]$|^(?:(?i:TRUE|FALSE)|是|否|有)$`)
)

// What answers speak of. Most texts of a year are asked for all three: they are looked through word by word,
// which takes a tenth of what an expression takes.
var (
	problemWords = strings.Split(`问题|困难|不足|不够|缺乏|缺少|短缺|滞后|难度|制约|影响|未能|偏慢|偏低|紧张|老化|薄弱|堵点|瓶颈|阻力|矛盾|尚未|不到位|不及时|不强|不高|风险|隐患|缺口|欠缺|受限`, "|")
	futureWords  = strings.Split(`下一步|下步|下季度|下阶段|将|继续|拟|计划|争取|力争|加快|加强|进一步|确保|预计|打算|抓紧|尽快|推动|跟进|准备|安排|之前|底前|完善`, "|")
	pastWords    = strings.Split(`已|了|完成|开展|召开|组织|发布|印发|办理|举办|制定|落实|更新|公开|建成|培训|检查|累计`, "|")
	pastCount    = regexp.MustCompile(`共[0-9一二三四五六七八九十]`)
)

// holdsAny reports whether one of the words stands in a text.
func holdsAny(text string, words []string) bool {
	return slices.ContainsFunc(words, func(word string) bool { return strings.Contains(text, word) })
}

// isEvidence reports whether a text is made like what proves something: an address, a number of a document, a file.
func isEvidence(text string) bool { return mayEvidence(text) && evidenceLike.MatchString(text) }

// mayEvidence is a quick look: whether a text begins or ends as evidence does, or holds a sign of it.
func mayEvidence(text string) bool {
	last, _ := utf8.DecodeLastRuneInString(text)
	return strings.HasPrefix(text, "《") || strings.HasPrefix(text, "附") || strings.ContainsRune("fxscg知要告片图账案单函报复件录同书执表算证)）", last) ||
		holdsAny(text, evidenceSigns)
}

var evidenceSigns = []string{"http", "www.", "号", "〔20", "附件"}

// contentOf looks at the answers of a column of a block.
func (r *Reader) contentOf(b *Block, c int) content { return r.contentWithin(b, c, mostJudged) }

// contentWithin looks at no more than so many answers.
func (r *Reader) contentWithin(b *Block, c, most int) content {
	cells := b.answers(c, r.known.Words)
	k := content{filled: len(cells)}
	if len(cells) == 0 {
		return k
	}
	cells = spread(cells, most)
	k.n = len(cells)
	one := 1 / float64(k.n)
	seen := map[string]bool{}
	last, up := -1.0, 0
	ones, steps := 0, true
	for _, cell := range cells {
		text := strings.TrimSpace(cell.Text)
		key := fold.Key(text)
		if !seen[key] {
			seen[key] = true
			k.distinct += one
		}
		size := utf8.RuneCountInString(text)
		k.length += float64(size) * one
		r.judge(&k, b.legend, cell, text, key, size, one)
		if n, ok := numberOf(cell); ok {
			k.large = k.large || n > 100
			if n > last {
				up++
			}
			if n == 1 {
				ones++
			} else if n != last+1 {
				steps = false
			}
			last = n
		} else {
			steps = false
		}
	}
	k.recounts = steps && ones > 1
	k.rising = float64(up) * one
	return k
}

// judge adds what one answer is to the shares of its column.
func (r *Reader) judge(k *content, legend map[string]status.Status, cell grid.Cell, text, key string, size int, one float64) {
	add := func(to *float64, is bool) bool {
		if is {
			*to += one
		}
		return is
	}
	if cell.Kind == grid.Bool {
		k.tick += one
		return
	}
	if cell.Kind == grid.Number {
		if _, ok := cell.Date(); ok {
			k.date += one
			return
		}
		add(&k.percent, cell.IsPercent())
		add(&k.number, cell.Number == float64(int(cell.Number)) && cell.Number >= 0 && cell.Number < 10000 || r.known.List != nil && r.cites(cell.Text))
		k.plain += one
		return
	}
	if cell.Kind != grid.Text {
		return
	}
	if no, how := r.requirement(text); no != 0 && (how != ByShort || !r.known.Status.Is(text)) || r.known.List != nil && cell.Kind == grid.Text && r.besideNumber(whole(cell.Sheet()), cell) != 0 {
		k.requirement += one
		if how == ByText || how == ByLikeness || how == ByNumber {
			k.own += one // ByNumber: 13 未保标准化场所, its number and a short name in one cell
		}
	} else if r.known.List != nil && r.known.List.Task(text) {
		k.task += one
	}
	add(&k.grouped, groupedLike.MatchString(text))
	add(&k.tick, size <= 5 && isTick(text))
	add(&k.number, wholeLike.MatchString(text) || chineseNo.MatchString(text) || size <= 16 && r.cites(text))
	if _, err := strconv.ParseFloat(text, 64); err == nil {
		k.plain += one
	}
	add(&k.cited, size <= 16 && strings.ContainsAny(text, "第项条") && r.cites(text))
	add(&k.names, size <= 60 && r.known.Names != nil && r.known.Names(text))
	add(&k.word, size <= 12 && (r.known.Status.Word(text) != status.NoStatus || legend[text] != "" || legend[key] != ""))
	isStatus := add(&k.status, size <= 24 && (r.known.Status.Is(text) || legend[text] != "" || legend[key] != "") ||
		size <= longestBoxes && status.HoldsEmptyBox(text) && r.known.Status.Cell(text).Status != status.NoStatus)
	if size <= 30 {
		if !isStatus && size > 3 && strings.ContainsFunc(text, isHan) && r.known.Status.Cell(text).Status != status.NoStatus {
			k.said += one
		}
		if _, ok := status.Percent(text); ok && !isStatus {
			k.percent += one
		}
		if isDate := add(&k.date, period.IsDate(text, r.known.Year)); !isDate {
			add(&k.due, period.IsDue(text, r.known.Year)) // a day may be either
		}
	}
	add(&k.evidence, cell.Link != "" || isEvidence(text))
	add(&k.phone, phoneLike.MatchString(text) && strings.ContainsAny(text, "0123456789") && size >= 7)
	add(&k.person, !isStatus && isPerson(text))
	add(&k.score, scoreLike.MatchString(text))
	add(&k.short, size <= 4)
	add(&k.pieces, piecesLike.MatchString(text))
	if size >= 6 && strings.ContainsFunc(text, isHan) && !isStatus {
		k.prose += one
		add(&k.problem, holdsAny(text, problemWords))
		add(&k.future, holdsAny(text, futureWords))
		add(&k.past, holdsAny(text, pastWords) || strings.Contains(text, "共") && pastCount.MatchString(text))
		add(&k.tally, tallyWords.MatchString(text))
	}
}

// longestBoxes is how many characters a choice of printed boxes has: □没动 ■在办 □办完.
const longestBoxes = 60

// numberOf returns the number that a cell holds, also as text.
func numberOf(cell grid.Cell) (float64, bool) {
	if cell.Kind == grid.Number {
		return cell.Number, true
	}
	n, err := strconv.ParseFloat(strings.Trim(fold.Text(cell.Text), "第条项号、.．()（）"), 64)
	return n, err == nil
}

// answers returns the cells of a column below the heading that say something, a merge once;
// 无 and / say nothing of what the column is for.
func (b *Block) answers(c int, w *words.Words) []grid.Cell {
	var cells []grid.Cell
	for line := b.Body; line <= b.End; line++ {
		cell := b.Cell(line, c)
		if cell.IsEmpty() || cell.Covered() || len(cell.Text) <= 12 && (w.IsNothing(cell.Text) || w.IsUnanswered(cell.Text)) {
			continue
		}
		if b.isNoteLine(line, w) {
			continue
		}
		if line-b.Body > mostLines && len(cells) > mostJudged {
			break
		}
		cells = append(cells, cell)
	}
	return cells
}

// mostLines is how far down a column is looked at: a sheet of headings would else take the
// square of its rows.
const mostLines = 500

// spread returns at most n of the cells, spread over all of them.
func spread(cells []grid.Cell, n int) []grid.Cell {
	if len(cells) <= n {
		return cells
	}
	out := make([]grid.Cell, n)
	for i := range out {
		out[i] = cells[i*len(cells)/n]
	}
	return out
}

// surnames are the family names that nine in ten people have.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏傅方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁符阮滕闫"

// isPerson reports whether a text is made like a person's name: 刘建业, 何某, 张副局长.
func isPerson(text string) bool {
	if !personLike.MatchString(text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(surnames, first) || strings.HasSuffix(text, "某") || strings.HasSuffix(text, "某某")
}

// cites reports whether a short text cites numbers and nothing else. One with a dot is a number of
// the list only where the list prints it.
func (r *Reader) cites(text string) bool {
	cited := Cited(text)
	for _, n := range cited {
		if strings.Contains(n, ".") && !r.known.List.Has(n) {
			return false
		}
	}
	return len(cited) > 0
}
