package publish

import (
	"strings"

	"taizhang/importer/finding"
)

var personName = kind{finding.PersonalInformation, "姓名"}

// surnames are those that nearly everybody in the province has, without those that are
// everyday words of this field (党, 全, 办).
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤" +
	"伍甄麦区欧关容阮岑邝赖温翁文梅司倪柯康章童庄施牛洪殷邢聂葛卓古鲁毕涂季俞骆凌詹游辛管祝左柳蓝冼敖刁佘幸练湛植翟安耿冉鄢单舒谷柴蒙鲍华傅裴焦巫项纪屈樊乔齐包盛甘霍吉尚窦苗简饶连盘常蒲宫岳池米丛晏娄申牟黃陳張劉葉"

var (
	doubleSurnames = wordsOf("欧阳 司徒 上官 诸葛 司马 东方 皇甫 尉迟 公孙 夏侯 慕容 令狐 端木 澹台 淳于 百里 呼延 南宫")
	// nameLabels lead up to a person's name.
	nameLabels = wordsOf("联系人 联络人 联络员 经办人 经办 承办人 填报人 填表人 填写人 制表人 审核人 审批人 签发人 责任人 负责人 报送人 " +
		"当事人 申请人 投诉人 举报人 信访人 来访人 来电人 反映人 受害人 姓名 同志")
	// colonLabels do so with a colon: 填报：李四, 联系人、电话：李四.
	colonLabels = wordsOf("填报: 填表: 制表: 审核: 复核: 签发: 签字: 签名: 签章: 电话: 联系方式:")
	// offices end the name of an office that a name may stand behind: 联系人：办公室张三.
	offices = wordsOf("室 股 科 局 馆 站 部 处 队 所 院 中心")
	// titles follow a person's name.
	titles     = wordsOf("同志 先生 女士 小姐")
	nameStarts = startsOf("", nameLabels, colonLabels, titles)
	// afterNames may follow a name at once.
	afterNames = wordsOf("电话 手机 联系 同志 先生 女士 小姐 和 及 与 等 反映 来电 来信 来访 咨询 投诉 申请 提出")
	// notNames begin like a name, or stand where one is expected.
	notNames = wordsOf("方式 方法 方案 方面 高度 高效 任务 任组 任副 任职 安排 安全 明确 管理 成立 申请 项目 常态 连同 包括 单位 左右 周密 区分 关于 文化 " +
		"无 暂无 详见 待定 如下 不详 本人 保密 姓名 制度 名单 信息 签字 签名 盖章 意见 情况 各股 各科 各单 各部 各镇 自然人 法人 公民 游客 许多 高质 连续 单独 向 于 曾 常")
	// notNameEnds end the name of an office or a word for many: 联系人：办公室, 有关同志.
	notNameEnds = wordsOf("室 股 科 局 馆 站 部 处 队 所 院 省 市 县 区 镇 街 村 委 中心 单位 部门 办 组 会 团 司 校 园 人 员 者 " +
		"全体 有关 相关 分管 主要 负责 领导 干部 职工 青年 机关 基层 驻村 退休 老 女 男 年轻 任职 挂职 参训 一线 班子 个别 部分 名 位 些 的 等 个 各 本 该 其他 其 和 及 与 后备 岗位")
	// wellKnown may stand before 同志 in any public document.
	wellKnown = wordsOf("习近平 毛泽东 周恩来 刘少奇 朱德 邓小平 陈云 江泽民 胡锦涛 雷锋 焦裕禄 孔繁森 杨善洲 黄文秀 张桂梅 谷文昌 黄大年 廖俊波")
)

// names finds persons: a name behind 联系人 and its like, or before 同志, 先生, 女士. Who
// holds an office and is named with it (局长张三) is public and no hit.
func names(v view) []Hit {
	var hits []Hit
	for i, r := range v.runes {
		if !nameStarts.has(r) {
			continue
		}
		for _, find := range []func(view, int) (int, int){nameBehind, nameBefore} {
			if from, to := find(v, i); to > from {
				hits = append(hits, v.hit(personName, from, to, personName.name+" "+string(v.runes[from])+"某"))
			}
		}
	}
	return hits
}

// nameBehind finds a name whose label starts at i. Behind a colon any short word that is
// no office is taken for a name; without one, only a surname with one or two characters.
func nameBehind(v view, i int) (from, to int) {
	n, marked := v.hasAny(i, nameLabels), false
	if n == 0 {
		n = v.hasAny(i, colonLabels)
	}
	if n == 0 {
		return 0, 0
	}
	from = v.pastBracket(i + n)
	if v.rune(from) == '/' || v.rune(from) == ')' && v.rune(i-1) == '(' { // 【联系人】张三
		from++
	}
	for ; from < len(v.runes) && strings.ContainsRune(":-_(为是\"", v.runes[from]); from++ {
		marked = marked || v.runes[from] != '为' && v.runes[from] != '是'
	}
	if from >= len(v.runes) {
		return 0, 0
	}
	marked = (marked || v.gap[from]) && !v.has(i, []rune("同志"))
	to = v.nameEnd(from)
	from = v.pastOffice(from, to)
	size, surname := to-from, surnameAt(v, from)
	whole := surname > 0 && size > surname && size <= surname+2
	switch {
	case size < 2 || isNoName(v, from, to):
		return 0, 0
	case whole || marked && (size <= 4 || strings.ContainsRune(string(v.runes[from:to]), '·')):
		return from, to
	case marked && surname > 0: // 联系人：张三负责解答
		return from, from + surname + 1
	}
	return 0, 0
}

// pastBracket steps over a bracket before a colon: 联系人（办公室）：.
func (v view) pastBracket(i int) int {
	if v.rune(i) != '(' {
		return i
	}
	for k := i + 1; k < len(v.runes) && k < i+16; k++ {
		if v.runes[k] == ')' && v.rune(k+1) == ':' {
			return k + 1
		}
	}
	return i
}

// pastOffice steps over the office before a name: 办公室张三.
func (v view) pastOffice(from, to int) int {
	for i := to - 2; i >= to-4 && i > from+1; i-- {
		size := to - i - surnameAt(v, i)
		if v.endsWithAny(i, offices) && size < to-i && size >= 1 && size <= 2 && !isNoName(v, i, to) {
			return i
		}
	}
	return from
}

// longestName bounds what is looked at: 阿卜杜热合曼·买买提 and a title.
const longestName = 16

// nameEnd returns where a name that starts at i would end: at a space behind its second
// character, at anything but a Chinese character, at a word that follows names.
func (v view) nameEnd(i int) int {
	to := i
	for ; to < len(v.runes) && to < i+longestName && (isHan(v.runes[to]) || v.runes[to] == '·'); to++ {
		if to >= i+2 && v.gap[to] || to > i && v.hasAny(to, afterNames) > 0 {
			break
		}
	}
	return to
}

// nameBefore finds a name whose title starts at i: 张三同志. A surname alone (李女士) names
// nobody.
func nameBefore(v view, i int) (from, to int) {
	n := v.hasAny(i, titles)
	if n == 0 || v.rune(i+n) == '们' || v.rune(i+n) == '兵' || v.endsWithAny(i, wellKnown) {
		return 0, 0
	}
	i = v.beforeCount(i)
	for from = max(0, i-4); from <= i-2; from++ {
		surname := surnameAt(v, from)
		size := i - from - surname
		if surname > 0 && (size == 1 || size == 2) && allHan(v.runes[from:i]) && !isNoName(v, from, i) {
			return from, i
		}
	}
	return 0, 0
}

// beforeCount steps back over what counts persons: 张三等5名同志.
func (v view) beforeCount(i int) int {
	from := i
	if i > 0 && strings.ContainsRune("名位", v.runes[i-1]) {
		for i--; i > 0 && (isDigit(v.runes[i-1]) || strings.ContainsRune("两"+numerals, v.runes[i-1])); i-- {
		}
	}
	if v.rune(i-1) == '等' {
		return i - 1
	}
	return from
}

// surnameAt returns the length of the surname at i, 0 for none.
func surnameAt(v view, i int) int {
	if n := v.hasAny(i, doubleSurnames); n > 0 {
		return n
	}
	if r := v.rune(i); r != 0 && strings.ContainsRune(surnames, r) {
		return 1
	}
	return 0
}

// isNoName reports whether what stands there is a word or an office.
func isNoName(v view, from, to int) bool {
	return v.hasAny(from, notNames) > 0 || v.endsWithAny(to, notNameEnds)
}

func allHan(runes []rune) bool {
	for _, r := range runes {
		if !isHan(r) {
			return false
		}
	}
	return true
}

// isNameList reports whether a text is nothing but names: 李四、王五；.
func isNameList(v view) bool {
	from := 0
	for i := 0; i <= len(v.runes); i++ {
		if i < len(v.runes) && isHan(v.runes[i]) {
			continue
		}
		if size := i - from; size > 0 && (size < 2 || size > 4 || surnameAt(v, from) == 0 || isNoName(v, from, i)) {
			return false
		}
		from = i + 1
	}
	return len(v.runes) > 0
}
