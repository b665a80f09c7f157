// Package gate holds the words by which the publication gate knows what must not leave the
// house, as data: 把关.yaml and 常用词.txt; and what of a department's words is not repeated there: 套话.yaml. What a sentence of them means stands in
// report/publish/gate; README.md beside it says what each list is for.
package gate

import (
	_ "embed"
	"strings"

	"github.com/goccy/go-yaml"
)

//go:embed 把关.yaml
var lists []byte

//go:embed 常用词.txt
var everyday string

// Lists is the file. A list of words is one text with spaces between; a list of characters
// is one text without.
type Lists struct {
	Surnames       string `yaml:"姓氏"`
	DoubleSurnames string `yaml:"复姓"`
	Given          string `yaml:"名字常用字"`
	AlsoWords      string `yaml:"也是常字的姓"`

	NameLabels    string `yaml:"人名标签"`
	ColonLabels   string `yaml:"冒号标签"`
	Citizens      string `yaml:"群众词"`
	Called        string `yaml:"名叫"`
	Titles        string `yaml:"称呼"`
	FolkTitles    string `yaml:"民间称呼"`
	AfterNames    string `yaml:"名后词"`
	Firms         string `yaml:"商号尾"`
	FirmMarks     string `yaml:"商号字"`
	WellKnown     string `yaml:"名人"`
	PublicBefore  string `yaml:"公开身份"`
	NotPublic     string `yaml:"不是公开身份"`
	PublicBehind  string `yaml:"公开职务"`
	Offices       string `yaml:"单位尾"`
	NotNames      string `yaml:"不是名字"`
	NotNameEnds   string `yaml:"不是名字的尾"`
	PlaceEnds     string `yaml:"地名尾字"`
	OfFame        string `yaml:"说名人"`
	PrivateTopics string `yaml:"私人话题"`
	PersonEnds    string `yaml:"人称尾字"`
	Leading       string `yaml:"领起"`
	PrivateAction string `yaml:"私事"`
	RoadEnds      string `yaml:"路村尾字"`

	Dwelling      string `yaml:"住"`
	NotDwelling   string `yaml:"不是住"`
	Streets       string `yaml:"路名尾"`
	Doors         string `yaml:"门牌"`
	Households    string `yaml:"住家"`
	Premises      string `yaml:"办公处"`
	NotDoors      string `yaml:"不是门牌"`
	FlatMeasures  string `yaml:"房号后量词"`
	BeforeSurname string `yaml:"姓前"`
	AfterSurname  string `yaml:"姓后"`

	PhoneLabels    string `yaml:"电话标签"`
	PublicPhones   string `yaml:"公开电话标签"`
	ShortLabels    string `yaml:"短号标签"`
	IDLabels       string `yaml:"证件标签"`
	AccountLabels  string `yaml:"账号标签"`
	CodeLabels     string `yaml:"编号标签"`
	Measures       string `yaml:"号码后量词"`
	MobileMeasures string `yaml:"手机号后量词"`
	MobileCounts   string `yaml:"手机号后计量"`
	Provinces      string `yaml:"车牌省份"`
	Endings        string `yaml:"尾号"`
	EndingOf       string `yaml:"尾号属于"`
	SocialLabels   string `yaml:"社交标签"`
	AccountWays    string `yaml:"账号说法"`
	AtSigns        string `yaml:"艾特"`
	Births         string `yaml:"出生"`

	IdentityLabels string `yaml:"身份证标签"`
	PassportLabels string `yaml:"护照标签"`
	Chores         string `yaml:"内务"`
	Charges        string `yaml:"承担"`
	InnerPosts     string `yaml:"内勤职务"`
	Polite         string `yaml:"姓后称呼"`
	Familiar       string `yaml:"老小"`
	NotFamiliar    string `yaml:"不是老小"`
	NotNicknames   string `yaml:"不是小名"`
	Handles        string `yaml:"网名前"`
	NotHandles     string `yaml:"不是网名"`
	Answering      string `yaml:"答网民"`
	AmongThem      string `yaml:"数中"`
	Praise         string `yaml:"好评"`
	Grievances     string `yaml:"诉求"`

	Grades      string `yaml:"密级"`
	Marks       string `yaml:"标志"`
	Seams       string `yaml:"不是标志"`
	GradeColons string `yaml:"密级冒号"`
	GradeLabels string `yaml:"密级前"`
	Copulas     string `yaml:"密级系词"`
	AboutBefore string `yaml:"谈保密前"`
	AboutAfter  string `yaml:"谈保密后"`
	Laws        string `yaml:"规章尾"`

	Denials    string `yaml:"否定字"`
	InnerUnits string `yaml:"内设机构尾"`

	Matters []Matter `yaml:"内部事项"`

	Everyday string `yaml:"-"` // 常用词.txt: words that begin as a name does
}

// Matter is something that is not said outside, by the words that speak of it.
type Matter struct {
	Name         string `yaml:"叫"`
	Kind         string `yaml:"类"`  // 密级, 个人, 疑 (may be personal); "" for 敏感
	Words        string `yaml:"见"`  // any of them
	Beside       string `yaml:"旁"`  // and any of these in the same sentence; "" for none needed
	And          string `yaml:"又"`  // and any of these as well
	Unless       string `yaml:"免"`  // but none of these in the same sentence
	UnlessBefore string `yaml:"前免"` // nor of these before it in the same clause
	Seams        string `yaml:"不是"` // in which one of the words only seems to stand
}

// Default returns the built-in lists.
func Default() *Lists {
	l := &Lists{Everyday: everyday}
	if err := yaml.UnmarshalWithOptions(lists, l, yaml.Strict()); err != nil {
		panic("built-in lists of the gate: " + err.Error()) // a test reads them; it can't fail on a user's machine
	}
	l.Given = strings.Join(strings.Fields(l.Given), "")
	l.Surnames = strings.Join(strings.Fields(l.Surnames), "")
	return l
}
