package questions

import (
	"regexp"
	"strings"

	"taizhang/importer/finding"
	"taizhang/importer/ruling"
)

// Piece is a part of a sentence on the page; Path is the screen that it names, "" for none.
type Piece struct{ Text, Path string }

// screens are those that a sentence can lead to, by their names.
var screens = map[string]string{"清单": "/list", "收表": "/board", "认表": "/headings", "核对": "/check", "成果": "/results", "设置": "/settings"}

// onPage says where the page has what stands on a sheet of the ledger or of 任务清单.xlsx. What has no screen
// of its own is called by its file.
var onPage = map[string]string{
	ruling.FindingsSheet: "“核对”", ruling.ReadingsSheet: "“认表”", ruling.OverviewSheet: "“清单”", ruling.CoverageSheet: "“收表”",
	"报送登记": "“收表”的收到日期", "设置": "“设置”",
	"部门名录": " 任务清单.xlsx 的“部门名录”", "词表": " 任务清单.xlsx 的“词表”",
	ruling.NumbersSheet: " 台账.xlsx 的“" + ruling.NumbersSheet + "”", ruling.RulesSheet: " 台账.xlsx 的“" + ruling.RulesSheet + "”", "明细": " 台账.xlsx 的“明细”", "行账": " 台账.xlsx 的“行账”",
}

var (
	// ofCommand is an aside that only helps who types a command.
	ofCommand = regexp.MustCompile(`（[^（）]*--[a-z][^（）]*）|用 --[a-z]+ [^，。]*，例如 --[a-z]+ [^，。]*，或`)
	sameAs    = regexp.MustCompile(`在“` + ruling.OverviewSheet + `”那一行的“[^”]*”里填“[^”]*”`)
	thisLine  = regexp.MustCompile(`(“` + ruling.FindingsSheet + `”)?本行`)
	reopening = regexp.MustCompile(`清空“` + ruling.CoverageSheet + `”里的“` + ruling.CloseRow + `”`)
	decides   = regexp.MustCompile(`(?:在“` + ruling.FindingsSheet + `”本行)?核定“([^”]+)”`)
	accepts   = regexp.MustCompile(`在“(?:` + ruling.FindingsSheet + `”里认可|` + ruling.NumbersSheet + `”里核定|` + ruling.RulesSheet + `”里核定)`)
	emptied   = regexp.MustCompile(`清空(它|这一行)的黄色各栏`)
	filled    = regexp.MustCompile(`填黄色各栏`)
	again     = regexp.MustCompile(`在“` + ruling.FindingsSheet + `”中重新核定`)
	sheet     = regexp.MustCompile(` ?(?:(?:任务清单|台账)(?:\.xlsx)? ?的? ?)?“(` + sheetNames() + `)”(里这一栏的那一行|的核定栏)?`)
	screen    = regexp.MustCompile(`“(清单|收表|认表|核对|成果|设置)”`)
)

func sheetNames() string {
	names := make([]string, 0, len(onPage))
	for name := range onPage {
		names = append(names, name)
	}
	return strings.Join(names, "|")
}

// ofRequirement is a requirement as a column of the ledger counts it.
var ofRequirement = regexp.MustCompile(`按第(\d+)项`)

// Said is a decision in the words of the page, on which 项 is a task and 条 a requirement.
func Said(decision string) string { return ofRequirement.ReplaceAllString(decision, "按第${1}条") }

// Here is a sentence of the ledger as the page can follow it: what stands in the ledger's cells is called by
// the screens that do the same, and what has no screen by its file.
func Here(said string) string {
	said = Plain(said)
	said = ofCommand.ReplaceAllString(said, "")
	said = sameAs.ReplaceAllString(said, "到“清单”里给它选“"+ruling.Same.Label()+"”")
	said = reopening.ReplaceAllString(said, "到“成果”里撤销它的“"+ruling.CloseRow+"”")
	said = thisLine.ReplaceAllString(said, "这里")
	said = filled.ReplaceAllString(said, "到“核对”里选")
	said = again.ReplaceAllString(said, "在“核对”里重新选一次")
	said = emptied.ReplaceAllString(said, "打开“成果”里的 台账.xlsx，清空${1}的黄色各栏，存盘、关掉，再到“成果”里生成一次")
	return sheet.ReplaceAllStringFunc(said, func(ref string) string {
		part := sheet.FindStringSubmatch(ref)
		to := onPage[part[1]]
		if part[2] == "里这一栏的那一行" {
			to += "里这一栏"
		}
		return to
	})
}

// sameRow is what a department would be asked to do with rows that are told in one: the page joins them itself.
const sameRow = "请部门合成一行填写"

// Message is what was found in the words of the page; of a text that nobody read it names the sheet.
func Message(f finding.Finding) string {
	said := Here(f.Message)
	if sheet := f.Place.Sheet(); f.Code == finding.SheetUnread && sheet != "" {
		said = strings.Replace(said, "这里有文字", "工作表“"+sheet+"”里有文字", 1)
	}
	return said
}

// HintHere is the hint of a finding on a card with keys: what is to be decided is said by the keys that do it.
func HintHere(f finding.Finding, options []Option) string {
	hint := f.Hint
	if f.Code == finding.NoTable {
		hint = strings.TrimSuffix(hint, "。") + "。左边是名称、右边是内容的卡片，先到“认表”看它的各栏认成了什么；那里没有的，在 任务清单.xlsx 的“词表”里写明各栏是什么（“适用”写这个文件名），再读一次。"
	}
	if f.Code == finding.RulingOrphaned && options == nil && emptied.MatchString(hint) && again.MatchString(hint) {
		return "到“核对”里看这一条：还要的，重新选一次；不再需要的，撤掉。"
	}
	if f.Code == finding.RowUnmatched && len(options) > 0 {
		hint = "归哪一条的，选那一条；小标题、落款、不属于清单的工作，按 0。要部门改的，请部门" + strings.TrimPrefix(strings.Split(hint, "；")[0], "请") + "，重报。"
	}
	if f.Code == finding.SheetUnread {
		hint = strings.Replace(hint, "不是的，不用处理", "不是的，核定“"+ruling.Accept.Label()+"”", 1)
	}
	if f.Code == finding.RowAmbiguous && strings.Contains(hint, sameRow) {
		hint = "都是这一条的，都归它，程序把它们合为一条；只有一行算数的，那一行归它，别的按 0。"
	}
	for _, o := range options {
		switch {
		case !o.Drop:
		case len(options) == 1:
			return "它所指的已经没有了，这条核定留着也不起作用：按 " + o.Key + " 撤掉。还在问的，另有一条。"
		case f.Code == finding.RulingOrphaned:
			return "这条核定仍然保留，只是没有照办。还要的，在这里重新选一次；不再需要的，按 " + o.Key + " 撤掉。"
		default:
			hint = strings.TrimSuffix(hint, "。") + "。不再需要原来的核定，按 " + o.Key + " 撤掉。"
		}
	}
	hint = decides.ReplaceAllStringFunc(hint, func(ref string) string {
		return keysFor(decides.FindStringSubmatch(ref)[1], options)
	})
	return Here(accepts.ReplaceAllStringFunc(hint, func(ref string) string {
		if keys := keysFor(ruling.Accept.Label(), options); strings.HasPrefix(keys, "按") {
			return keys + "（" + ruling.Accept.Label() + "）"
		}
		return ref
	}))
}

// keysFor says which keys decide so.
func keysFor(label string, options []Option) string {
	var keys []string
	for _, o := range options {
		if o.Line.Choice == label {
			keys = append(keys, o.Key)
		}
	}
	switch n := len(keys); n {
	case 0:
		return "在“核对”里选“" + label + "”"
	case 1:
		return "按 " + keys[0]
	default:
		return "按 " + keys[0] + " 至 " + keys[n-1] + " 里的一个"
	}
}

// Pieces cuts a sentence at the screens that it names, so that they can be links.
func Pieces(said string) (list []Piece) {
	from := 0
	for _, at := range screen.FindAllStringSubmatchIndex(said, -1) {
		if at[0] > from {
			list = append(list, Piece{Text: said[from:at[0]]})
		}
		list = append(list, Piece{said[at[0]:at[1]], screens[said[at[2]:at[3]]]})
		from = at[1]
	}
	if from < len(said) {
		list = append(list, Piece{Text: said[from:]})
	}
	return list
}
