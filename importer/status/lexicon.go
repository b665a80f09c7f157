package status

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"taizhang/templates/words"
)

// A class is what a word does in a clause. A clause is read as the string of its words'
// classes, over which the rules are written.
const (
	not      = 'n' // 未, 没有, 无法
	plan     = 'p' // 拟, 预计, 待: still to come
	must     = 'o' // 确保, 能, 应: wanted, possible
	done     = 'd' // 已, 业已
	all      = 't' // 全部, 均
	well     = 'w' // 如期, 圆满: how something was completed
	steady   = 'b' // 按计划, 顺利: how something was completed or goes on
	briskly  = 'm' // 稳步, 抓紧: how something goes on
	partly   = 'g' // 基本, 大部分, 仅
	except   = 'x' // 除第3项外
	now      = 'a' // 正在, 在
	ever     = 'e' // 长期, 常态化
	onAndOn  = 'f' // 持续: ever alone, now beside another adverb or 中
	complete = 'T' // 完成, 办结: done by itself
	accepted = 'U' // 验收, 交付: done after 已
	handover = 'D' // 公开, 报送: a deed that is done after 已
	fulfil   = 'K' // 落实, 整改: a deed that is done after 已, and goes on after 正在
	work     = 'V' // 修订, 建设: a deed that 完成 may close
	step     = 'W' // 招标, 调研: a deed that is only a step
	carryOut = 'A' // 实施, 进行
	advance  = 'X' // 推进, 推动
	begin    = 'B' // 启动, 开工
	result   = 'R' // 完毕, 到位
	part     = 'P' // 前期工作, 初稿
	underway = 'I' // 在建, 准备中: going on, by itself
	slow     = 'S' // 滞后, 缓慢
	late     = 'Z' // 逾期, 超期
	below    = 'L' // 落后, 低于
	above    = 'H' // 超, 快于
	reach    = 'h' // 达到, 符合
	schedule = 'Q' // 序时进度
	pace     = 'j' // 进展, 进度
	good     = 'G' // 良好, 较快
	degree   = 'Y' // 略, 较为
	enter    = 'E' // 进入, 处于
	time     = 'c' // 目前, 9月20日
	month    = 'M' // 9月: past or still to come
	quarter  = 'C' // 第三季度: a time, or a part of the year's task
	deadline = 'F' // 年底前
	who      = 's' // 我股, 各科室
	thing    = 'k' // 任务, 该项工作
	count    = 'N' // 3项
	percent  = '%'
	mid      = 'z' // 中, 之中
	stage    = 'y' // 阶段
	particle = 'l' // 了
	at       = '@' // 于
	and      = '&' // 并
	asked    = 'q' // 是否
	left     = 'r' // 剩余, 还需
	neutral  = 'O' // known, and no part of any rule: 未发现, 其中
	verb     = 'v' // two characters that are not known
	unknown  = 'u' // three and more
	single   = 'i' // one
	doing    = 'J' // 动, 做, 办: to do anything
	deed     = '1' // 写, 修: to do one thing
	going    = '4' // 着
	almost   = '2' // 差一点, 差两成
	regular  = '3' // 每月, 按季
	due      = '5' // 到期, 排上: not yet due or not yet begun where it is denied
	doubted  = '6' // 存疑, 好像: nothing is certain
	former   = '7' // 去年: of no year that a list asks about
)

// classNames are the classes as the vocabulary calls them, in the part 状态语法.
var classNames = map[string]byte{
	"否定":   not,
	"打算":   plan,
	"要求":   must,
	"已经":   done,
	"全部":   all,
	"如期":   well,
	"按部就班": steady,
	"积极":   briskly,
	"部分":   partly,
	"正在":   now,
	"长期":   ever,
	"持续":   onAndOn,
	"完成":   complete,
	"验收":   accepted,
	"公开报送": handover,
	"落实":   fulfil,
	"修订建设": work,
	"中间环节": step,
	"实施":   carryOut,
	"推进":   advance,
	"启动":   begin,
	"完毕":   result,
	"前期":   part,
	"在办":   underway,
	"缓慢":   slow,
	"逾期":   late,
	"落后":   below,
	"超前":   above,
	"达到":   reach,
	"序时":   schedule,
	"进度":   pace,
	"良好":   good,
	"程度":   degree,
	"进入":   enter,
	"时间":   time,
	"季度":   quarter,
	"事项":   thing,
	"之中":   mid,
	"阶段":   stage,
	"助词":   particle,
	"介词":   at,
	"连词":   and,
	"询问":   asked,
	"剩余":   left,
	"主语":   who,
	"差不多":  almost,
	"定期":   regular,
	"到时候":  due,
	"存疑":   doubted,
	"往年":   former,
	"不作数":  neutral,
}

// spokenNames are the classes of words of one character that count in short clauses only.
var spokenNames = map[string]byte{"泛指动作": doing, "单字动作": deed, "单字结果": result, "单字助词": particle, "单字进行": going}

// sayingNames are the parts of the vocabulary's grammar that hold whole sayings.
var sayingNames = map[string]Status{"单独推进中": InProgress, "单独常态化": Ongoing, "单独已完成": Completed, "单独滞后": Behind, "单独未启动": NotStarted}

// learn takes the words of the vocabulary's grammar over. A part that is not known is
// without effect.
func (g *Grammar) learn(w *words.Words) {
	for _, name := range slices.Sorted(maps.Keys(w.Grammar)) {
		for word := range strings.FieldsSeq(w.Grammar[name]) {
			if class, ok := classNames[name]; ok {
				g.words[word] = class
			} else if class, ok := spokenNames[name]; ok {
				first, _ := utf8.DecodeRuneInString(word)
				g.spoken[first] = class
			} else if s, ok := sayingNames[name]; ok {
				g.sayings[word] = s
			}
		}
	}
}
