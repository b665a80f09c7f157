package publish

import (
	"strings"
	"sync"

	"taizhang/importer/finding"
)

var marking = kind{finding.SecrecyMarking, "密级或内部标志"}

var (
	// grades mark a document when they stand by themselves, behind 密级 or before ★; inside
	// a sentence only 机密 and 绝密 do, and not where the sentence is about keeping secrets.
	grades = wordsOf("绝密 机密 秘密 工作秘密 内部资料 内部文件 内部事项 涉密 密件 注意保存 注意保管 注意保密 请注意保密 商密 不予公开 不宜公开 不公开 内部")
	// marks are markings wherever they stand.
	marks = wordsOf("内部资料 内部文件 内部使用 内部掌握 内部传阅 内部参考 内部刊物 内部明电 仅供内部 工作秘密 机密 绝密 秘密级 秘密件 秘密文件 秘密资料 秘密材料 秘密电报 密级文件 " +
		"严禁外传 不得外传 请勿外传 切勿外传 禁止外传 不得对外公开 不宜对外公开 请勿公开 此件不公开 此件不予公开 本件不公开 此件不宜公开 阅后销毁 阅后收回 阅后即焚 密电")
	// seams are places where a mark is only the end of one word and the start of another.
	seams = wordsOf("随机密 手机密 司机密 主机密 飞机密 计算机密 联机密 相机密 有机密 机密码 机密钥 机密切 机密集 机密封 机密闭 机密度 机密性 杜绝密 谢绝密 拒绝密 隔绝密 绝密切 绝密集 绝密闭 " +
		"商业机密 技术机密 内部资料性 内部使用面积 内部使用频 工作秘密级")
	// gradeLabels stand before a grade, those in gradeColons with a colon between.
	gradeColons = wordsOf("密级 属性 定密 等级 方式")
	gradeLabels = wordsOf("密级为 密级是 密级 定密为 标注 标为 定为")
	// copulas lead up to a grade that ends its clause: 本材料属于秘密。
	copulas = wordsOf("为 是 属 属于 系 列入")
	// aboutBefore and aboutAfter tell a sentence about keeping secrets from one that holds them.
	aboutBefore = wordsOf("国家秘密 商业秘密 个人隐私 泄露 泄漏 泄密 失密 窃密 保守 严守 保护 防止 防范 不涉及 不涉 不含 是否涉及 凡涉及 未涉及 未发现 不存在 不得公开 严禁 杜绝 不得")
	aboutAfter  = wordsOf("国家秘密 商业秘密 个人隐私 管理 保护 清单 培训 教育 检查 排查 审查 审核 清查 制度 自查 知识 意识 规定 范围 泄露 泄漏 保密 确定 事项")
	// laws end the title of a rule, which may speak of secrets.
	laws = wordsOf("法 条例 办法 规定 细则 准则 制度 规范 指引 决定 法(试行) 条例(试行) 办法(试行) 规定(试行) 细则(试行) 制度(试行) 规范(试行) 指引(试行)")
)

// markStarts are the characters at which a mark may stand.
var markStarts = startsOf("㊙", grades, marks)

// reach is how far around a word the sentence is asked what it is about.
const reach = 14

// markings finds marks of secrecy. A text that speaks of secrets (加强保密审查, 《保守国家秘密法》)
// is not marked by that.
func markings(v view) []Hit {
	var hits []Hit
	exempt := sync.OnceValue(func() []bool { return v.exempt() })
	for i := 0; i < len(v.runes); i++ {
		if !markStarts.has(v.runes[i]) {
			continue
		}
		n := v.markAt(i)
		if n == 0 || exempt()[i] {
			continue
		}
		hits = append(hits, v.hit(marking, i, i+n, string(v.runes[i:i+n])))
		i += n - 1
	}
	return hits
}

// markAt returns the length of the mark at i, 0 for none.
func (v view) markAt(i int) int {
	if v.runes[i] == '㊙' {
		return 1
	}
	if n := v.hasAny(i, grades); n > 0 && v.standsAlone(i, i+n) {
		return n
	}
	if n := v.hasAny(i, marks); n > 0 && !v.isAbout(i, i+n) {
		return n
	}
	return 0
}

// standsAlone reports whether a grade is a mark by its place: before ★, behind 密级： or
// 属于, in brackets, or a line of its own.
func (v view) standsAlone(from, to int) bool {
	if next := v.rune(to); next == '★' || next == '☆' || next == '*' {
		return true
	}
	if v.rune(from-1) == ':' && v.endsWithAny(from-1, gradeColons) || v.endsWithAny(from, gradeLabels) {
		return true
	}
	before, after := v.rune(from-1), v.rune(to)
	if v.endsWithAny(from, copulas) && !isHan(after) && after != '、' {
		return true
	}
	opened := before == 0 || strings.ContainsRune("(。;!?\"", before) || v.gap[from]
	closed := after == 0 || strings.ContainsRune(")。;!?\"", after) || v.gap[to]
	return opened && closed
}

// isAbout reports whether the clauses around a word are about keeping secrets.
func (v view) isAbout(from, to int) bool {
	for i := from; i > 0 && i > from-reach && !strings.ContainsRune("。;!?", v.runes[i-1]); i-- {
		if v.endsWithAny(i, aboutBefore) {
			return true
		}
	}
	for i := to; i < len(v.runes) && i < to+reach && !strings.ContainsRune("。;!?,:", v.runes[i]); i++ {
		if v.hasAny(i, aboutAfter) > 0 {
			return true
		}
	}
	return false
}

// exempt marks what stands in the title of a rule (《…法》, 《…办法》), and what is only
// the seam of two words.
func (v view) exempt() []bool {
	marked := make([]bool, len(v.runes))
	title := -1
	for i, r := range v.runes {
		switch n := v.hasAny(i, seams); {
		case r == '《':
			title = i
		case r == '》' && title >= 0 && v.endsWithAny(i, laws):
			for k := title; k < i; k++ {
				marked[k] = true
			}
			title = -1
		case r == '》':
			title = -1
		default:
			for k := i; k < i+n; k++ {
				marked[k] = true
			}
		}
	}
	return marked
}
