// Package manual says how the program is used: the help of the console, the completion of shells,
// the man page, and the manual as a page. Commands, options and exit codes stand here once, all
// else once in docs/使用手册.md; the package prints both and knows nothing of what the program does.
package manual

// Command is a command as the help lists it. Said is its line as typed, without the program's name.
type Command struct {
	Name  string // "" for a folder alone
	Takes string // what is typed behind it
	About string
	Files bool // it takes files too, not folders alone
}

// Commands are in the order of the year.
var Commands = []Command{
	{Name: "init", Takes: "文件夹", About: "建一个年度文件夹，带任务清单和四个季度"},
	{Name: "forms", Takes: "[文件夹] --quarter 季度", About: "给每个应报的部门写一份报送表，放进 下发"},
	{Name: "build", Takes: "[文件夹]", About: "读取一年，写出台账、年报附件和退回单"},
	{Name: "", Takes: "文件夹", About: "同上（也可以把文件夹拖到程序图标上）"},
	{Name: "tasks", Takes: "[文件夹或清单]", About: "看清单怎样理解：谁牵头、谁配合、何时完成", Files: true},
	{Name: "check", Takes: "文件或文件夹…", About: "检查报表，列出问题，不写任何文件", Files: true},
	{Name: "open", Takes: "[文件夹]", About: "在浏览器里收表、核对、生成（双击程序也行）"},
	{Name: "completion", Takes: "外壳", About: "命令补全：bash、zsh、fish、powershell"},
}

// Flag is an option.
type Flag struct {
	Name  string
	Takes string // what is typed behind it, "" for nothing
	About string
	Of    string // the one command that takes it, "" for any
	Is    Value
}

// Value says what completes the value of an option.
type Value int

const (
	Free Value = iota
	File
	Folder
	Quarter
)

// Flags are in the order of the help.
var Flags = []Flag{
	{Name: "quarter", Takes: "季度", About: "forms：哪个季度，例如 3 或 2021Q3", Of: "forms", Is: Quarter},
	{Name: "explain", About: "check：说明每张工作表是怎样读的：各栏读作什么、凭什么", Of: "check"},
	{Name: "from", Takes: "文件夹", About: "init：接着上一年的文件夹建，沿用名录、设置、词表和台账", Of: "init", Is: Folder},
	{Name: "sample", About: "init：建一个虚构的样例年度，带各部门的报表", Of: "init"},
	{Name: "tasks", Takes: "文件", About: "任务清单，不写则用文件夹里的 任务清单.xlsx", Is: File},
	{Name: "last", Takes: "文件", About: "上年的 台账.json，不写则用文件夹里的 上年/台账.json", Is: File},
	{Name: "out", Takes: "文件夹", About: "写到哪里，不写则为 文件夹/成果（forms 为 文件夹/下发）", Is: Folder},
	{Name: "year", Takes: "年度", About: "例如 2021"},
	{Name: "unit", Takes: "单位名称", About: "例如 示例市文化广电旅游体育局"},
	{Name: "as-of", Takes: "季度", About: "截至哪个季度，例如 2021Q4", Is: Quarter},
	{Name: "strict", About: "有待核对的内容时退出码为 1（文件照常写出）"},
	{Name: "quiet", About: "只在出错时说话"},
	{Name: "version", About: "显示版本"},
	{Name: "help", About: "显示本说明"},
}

// Exits say what each exit code means, from 0.
var Exits = []string{
	"完成",
	"有内容待核对（check，或 build --strict）",
	"用法不对，没有清单，或不是年度文件夹；什么都没写",
	"程序没能完成（磁盘满、没有权限、文件正被打开）；原有成果不动",
}

// Examples are a year's first commands, with what to do between them.
var Examples = [][2]string{
	{"taizhang init 2021", "改好 2021/任务清单.xlsx，然后："},
	{"taizhang forms 2021 --quarter 1", "把 2021/下发 里的表发给部门"},
	{"taizhang build 2021", "报回来的放进 2021/第一季度 以后，汇总"},
}

// About is the program in a sentence.
const About = "把各部门每季度报来的表格合并成工作台账和年报附件"

// line is a command as it is typed.
func (c Command) line() string {
	if c.Name == "" {
		return "taizhang " + c.Takes
	}
	return "taizhang " + c.Name + " " + c.Takes
}

// line is an option as it is typed.
func (f Flag) line() string {
	if f.Takes == "" {
		return "--" + f.Name
	}
	return "--" + f.Name + " " + f.Takes
}
