package roster

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// A unit's name is known by how it ends, as a sentence is by what it says. Both are grammar
// of the language and not of one office, so they stand here and not in the vocabulary.

var (
	nameEnd = regexp.MustCompile(`(?:股|科|处|室|局|委|办|馆|站|所|队|中心|镇|乡|街道|街|村|社区|园|区|县|市|州|省|旗|院|厅|会|校|学|公司|企业|集团|新城|科技城|科学城|单位|部门|机构|` +
		`政府|政协|专班|组|社|团|厂|机关|银行|支行|分行|部|署|[妇残文侨商社台]联|[科作书美音]协|(?:电视|广播|气象|地震|电)台|[林农牧渔机]场|运营商|主体)$`)
	// groupName is a name that means several units and names none (各镇、市直有关部门).
	groupName = regexp.MustCompile(`^(?:(?:全|本)?[省市县区州镇]?(?:各|有关|相关|其他|其它|其余|所有|全体|局属|所属|下属|属下|直属|成员)|[省市县区州]直|[省市县区州]级(?:各|有关|相关))`)
	// BareNoun is the end of a name that never stands for itself.
	BareNoun = regexp.MustCompile(`^(?:人民政府|政府|管委会|管理委员会|办事处|有关部门|相关部门|单位|部门|企业|机构|分局|支队|大队|中队|分公司|有限公司|支行|分行)$`)
	// PlaceName is a place without an office: what follows it is an office of the place.
	PlaceName = regexp.MustCompile(`(?:[市县州省旗]|.[^开新园范税景假业能作验聚贸管理林片库社小矿港牧城商街]区)$`)
	// PlaceAhead is how a place begins that stands before an office.
	PlaceAhead = regexp.MustCompile(`^(?:[省市县区州镇]|各)`)
	// PartyOrCouncil is an organ of a place that has no other name.
	PartyOrCouncil = regexp.MustCompile(`^[省市县区州镇]?(?:委|政府|人民政府|党委|人大|政协)$`)
	// InnerOffice is an office inside a unit: what stands before it names the unit.
	InnerOffice = regexp.MustCompile(`^(?:办公室|办公厅|督查室|研究室|政研室|值班室|[^省市县区州镇各]{1,4}办)$`)
	wholePlace  = regexp.MustCompile(`^[全本我][省市县区州镇]$`)
	// sentenceWord stands in what is said about names and never inside one.
	sentenceWord = regexp.MustCompile(`的|涉及|以下|上述|下列|不再|均[由需须应为]|应当|必须|务必|按照|根据|确保|列出|详见|参见|见附件|为准|另行|需要|[^必]需[各由将]|不得|并[将由对]|要[对将把求]`)
	// halfName is where a line may break inside a name: 市人力资源和社会/保障局.
	halfName = regexp.MustCompile(`(?:社会|市场|农村|乡村|城乡|城市|地区|机会|全区|全市|全县)$`)
	// Titled is a person with his office: 市司法局局长王某.
	Titled      = regexp.MustCompile(`(?:局长|主任|书记|科长|股长|处长|县长|市长|区长|镇长|院长|站长|所长|部长|主席|秘书长)\p{Han}{0,4}$`)
	personEnd   = regexp.MustCompile(`(?:同志|局长|主任|书记|科长|股长|处长|县长|市长|区长|镇长|院长|站长|所长|主席|委员|常委|秘书长|负责人|经理)$`)
	chineseOnly = regexp.MustCompile(`^\p{Han}+$`)
)

// LongestUnit is the length in characters from which a text is a sentence and no name.
const LongestUnit = 40

// EndsAsUnit reports whether a text ends as the name of a unit does, whatever stands in a
// bracket behind it: 高新园（柳桥镇）.
func EndsAsUnit(name string) bool {
	name = Unspaced(name)
	outer, inner := Brackets(name)
	n := utf8.RuneCountInString(outer)
	if n < 2 || n > LongestUnit || wholePlace.MatchString(outer) || halfName.MatchString(outer) {
		return false
	}
	return nameEnd.MatchString(outer) || inner != "" && (nameEnd.MatchString(inner) || groupName.MatchString(outer))
}

// IsGroup reports whether a name means several units and names none.
func IsGroup(name string) bool { return groupName.MatchString(Unspaced(name)) && EndsAsUnit(name) }

// IsSentence reports whether a text says something and is no name.
func IsSentence(name string) bool {
	outer, _ := Brackets(Unspaced(name))
	return sentenceWord.MatchString(outer) || utf8.RuneCountInString(outer) > LongestUnit
}

// IsPerson reports whether a text beside a unit's name is most likely a person: two or
// three characters that no unit ends in, or a person's office.
func IsPerson(name string) bool {
	n := utf8.RuneCountInString(name)
	return chineseOnly.MatchString(name) && (personEnd.MatchString(name) || n >= 2 && n <= 3 && !nameEnd.MatchString(name))
}

// Unspaced returns a text without its spaces and line ends.
func Unspaced(s string) string { return strings.Join(strings.Fields(s), "") }
