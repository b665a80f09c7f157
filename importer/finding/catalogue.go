package finding

// Code names a kind of problem. Codes are kebab-case and never reused.
type Code string

const (
	// A file that is held back.
	UnreadableFile    Code = "unreadable-file"
	PasswordProtected Code = "password-protected"
	UnsupportedFormat Code = "unsupported-format"
	FileTooLarge      Code = "file-too-large"
	NoTable           Code = "no-table"
	// A sheet that is held back.
	DepartmentUnknown Code = "department-unknown"
	QuarterUnknown    Code = "quarter-unknown"
	DuplicateReturn   Code = "duplicate-return"
	EmptyReturn       Code = "empty-return"
	ReturnMisfiled    Code = "return-misfiled"
	ReturnAfterClose  Code = "return-after-close"
	// A row that is held back.
	RowUnmatched Code = "row-unmatched"
	RowAmbiguous Code = "row-ambiguous"
	DuplicateRow Code = "duplicate-row"
	// The list as issued leaves something open that stops the year.
	RequirementOrphaned Code = "requirement-orphaned"
	// A number that is held back.
	NumberUnreadable Code = "number-unreadable"
	NumberConflict   Code = "number-conflict"
	RuleBroken       Code = "rule-broken"
	// Merged, look at it.
	WrongExtension        Code = "wrong-extension"
	DepartmentConflict    Code = "department-conflict"
	QuarterConflict       Code = "quarter-conflict"
	HiddenContent         Code = "hidden-content"
	NumberTextConflict    Code = "number-text-conflict"
	NotAssigned           Code = "not-assigned"
	RequirementMissing    Code = "requirement-missing"
	StatusUnknown         Code = "status-unknown"
	StatusContradiction   Code = "status-contradiction"
	PercentUnreadable     Code = "percent-unreadable"
	DateUnreadable        Code = "date-unreadable"
	DateOutsideQuarter    Code = "date-outside-quarter"
	FormulaWithoutValue   Code = "formula-without-value"
	LinkUnsafe            Code = "link-unsafe"
	EvidenceMissing       Code = "evidence-missing"
	StatusRegressed       Code = "status-regressed"
	TextCopied            Code = "text-copied"
	Overdue               Code = "overdue"
	ReturnMissing         Code = "return-missing"
	ReturnLate            Code = "return-late"
	LeadSupportConflict   Code = "lead-support-conflict"
	ListNumberGap         Code = "list-number-gap"
	ListNumberDuplicate   Code = "list-number-duplicate"
	ListNoDepartment      Code = "list-no-department"
	ListUnknownDepartment Code = "list-unknown-department"
	ListDueUnreadable     Code = "list-due-unreadable"
	RulingOrphaned        Code = "ruling-orphaned"
	LastYearUnused        Code = "last-year-unused"
	LastYearConflict      Code = "last-year-conflict"
	PersonalInformation   Code = "personal-information"
	SecrecyMarking        Code = "secrecy-marking"
	SensitiveWording      Code = "sensitive-wording"
	GlyphMissing          Code = "glyph-missing"
	ColumnAmbiguous       Code = "column-ambiguous"
	SheetUnread           Code = "sheet-unread"
	SettingUnreadable     Code = "setting-unreadable"
	LedgerEdited          Code = "ledger-edited"
	PersonDoubtful        Code = "person-doubtful"
	TextContradictsStatus Code = "text-contradicts-status"
	YearDoubtful          Code = "year-doubtful"
	AsOfDoubtful          Code = "as-of-doubtful"
	NumberMissing         Code = "number-missing"
	NumberDoubtful        Code = "number-doubtful"
	CarryOverDiffers      Code = "carry-over-differs"
	RestatedDiffers       Code = "restated-differs"
	// Good to know.
	Attachment       Code = "attachment"
	SupersededReturn Code = "superseded-return"
	TextUnchanged    Code = "text-unchanged"
	ListInherited    Code = "list-inherited"
	SettingMissing   Code = "setting-missing"
	ColumnAssumed    Code = "column-assumed"
	ColumnUnused     Code = "column-unused"
	FileSkipped      Code = "file-skipped"
	StruckText       Code = "struck-text"
	NumberExplained  Code = "number-explained"
)

// Entry is what the catalogue says of a code. Text and Hint may hold the blanks {found} and
// {wanted}; a part in [brackets] is left out where a blank in it is empty. Both are whole
// sentences for a clerk: what happened, and what to do about it.
type Entry struct {
	Code     Code
	Severity Severity
	Title    string // what a clerk calls it
	Text     string // what happened
	Hint     string // what to do
}

// Catalogue lists every code, in the order of the contract.
var Catalogue = []Entry{
	{UnreadableFile, Error, "文件打不开", "文件读不出来[：{found}]。", "请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后放回原处；打不开的，请部门重新报送。"},
	{PasswordProtected, Error, "文件加了密码", "文件设了打开密码，读不出来。", "请向部门要一份没有密码的；知道密码的，用 Excel 或 WPS 打开，去掉打开密码（Excel 在“文件—信息—保护工作簿”，WPS 在“文件—文档加密”），保存后放回原处。"},
	{UnsupportedFormat, Error, "文件格式不支持", "这种文件读不了[：{found}]。", "请用 Excel 或 WPS 打开后另存为 .xlsx，放回原文件夹。"},
	{FileTooLarge, Error, "文件过大", "文件太大[：{found}][（上限 {wanted}）]。", "请删去表格以外的空白行、图片和用不到的工作表，另存后放回原处。"},
	{NoTable, Error, "没有找到报送表", "文件里没有找到报送表的表头[（{wanted}）]。", "请看表头那一行有没有“具体要求”（或“工作任务”）和“完成情况”等栏目；交来的是文字材料的，请部门改报表格。"},

	{DepartmentUnknown, Error, "不知道是哪个部门的", "认不出是哪个部门报的[：{found}]。", "请把“填报单位”改成部门名录里的名称；这是简称的，在 任务清单.xlsx 的“部门名录”别名栏登记。[{wanted}。]"},
	{QuarterUnknown, Error, "不知道是哪个季度的", "看不出是哪个季度的报表[：{found}]。", "请在表题或“填报季度”处写明季度[（如{wanted}）]，或把文件放进对应的季度文件夹。"},
	{DuplicateReturn, Error, "两份报表不一致", "同一部门同一季度有两份报表，对同一条要求填得不一样，看不出以哪份为准[；另一份是：{found}]。", "请与部门核实，把作废的一份移入“作废”文件夹，或在有效的一份上写明填报日期。"},
	{EmptyReturn, Error, "空表", "报表没有填写任何内容。", "请退回部门，填写后重新报送。"},
	{ReturnMisfiled, Error, "像是放错了季度", "表里写的季度与存放的位置不是同一个[：{found}]，整份暂不并入，原有的填报不受影响。", "请核实：是上一季度的旧表又放了一遍的，请部门重报；表里没改季度的，把表题或“填报季度”改成[{wanted}]；放错文件夹的，移到对的文件夹。"},
	{ReturnAfterClose, Error, "定稿以后的报表", "{found}已经定稿，这份报表是定稿以后才有的或者改过的，没有并入。", "确要计入的，在“待核对”本行核定“归季度”；以定稿时的为准的，核定“作废”；要整季重来的，清空“报送情况”里的“定稿”。"},

	{RowUnmatched, Error, "不知道对应哪条要求", "这一行对不上清单里的任何一条要求[：{found}]。", "请把“具体要求”栏改成清单原文，并写上清单序号；不属于清单的工作不用报。[{wanted}。]"},
	{RowAmbiguous, Error, "可能对应几条要求", "这一行像清单里的好几条要求，分不清是哪一条[：{found}]。", "请写明是清单第几条[，可能是：{wanted}]。"},
	{DuplicateRow, Error, "同一条要求填了两行", "同一张报表里，同一条要求填了两行，内容不一样[：{found}]。", "请部门合并成一行，或删去作废的一行[；另一行在 {wanted}]。"},

	{RequirementOrphaned, Error, "无人负责", "这条要求[从{wanted}起]没有部门负责[：{found}]。", "请在任务清单里改写责任部门，或在“部门名录”里写明由哪个部门承接；这项工作不再做了的，在任务清单的“停用”栏写上季度。"},
	{NumberUnreadable, Error, "数据读不出来", "数据格里不是能用的数，没有计入[：{found}]。", "请部门改填[{wanted}]；没有这项业务的填“不适用”，没有发生的填 0。"},
	{NumberConflict, Error, "数据说法不一", "同一个数据说法不一，没有计入[：{found}]。", "请与部门核实以哪个为准，错的改正后重报[；{wanted}]。"},
	{RuleBroken, Error, "勾稽关系不成立", "数据之间的关系不成立[：{found}]。", "请报数的部门核对这些数，改正后重报。"},

	{WrongExtension, Warning, "文件后缀不对", "文件名的后缀与内容不符[，实际是{found}]；已按实际内容读取。", "请用 Excel 或 WPS 打开后另存为 .xlsx，以免换一个软件就打不开。"},
	{DepartmentConflict, Warning, "部门说法不一", "报送部门说法不一[：{found}][；现归入：{wanted}]。", "请核实是哪个部门的报表，把写错的地方改过来。"},
	{QuarterConflict, Warning, "季度说法不一", "所属季度说法不一[：{found}][；现归入：{wanted}]。", "请核实是哪个季度的报表，改正表题，或把文件放进对的季度文件夹。"},
	{HiddenContent, Warning, "有隐藏内容", "表里有隐藏的内容[：{found}]。", "[{wanted}]请取消隐藏，看看内容对不对；不该报的删掉。"},
	{NumberTextConflict, Warning, "序号与文字对不上", "序号与文字对不上[：序号写的是 {found}][，文字是清单第 {wanted} 条]；已按文字并入。", "请核对序号。"},
	{NotAssigned, Warning, "不是本部门的任务", "该部门不是这条要求的责任部门[：{found}]。", "请核实是不是填错了行；确实由该部门负责的，在任务清单的责任部门里补上[（现在写的是{wanted}）]。"},
	{RequirementMissing, Warning, "漏报要求", "报表交了，但这条要求没有填[：{found}]。", "请部门补报这一条；与本部门无关的，请填“不适用”。"},
	{StatusUnknown, Warning, "状态看不懂", "看不出完成状态[：{found}]。", "请从“已完成、推进中、常态化、滞后、未启动、不适用”中选一个填写。"},
	{StatusContradiction, Warning, "状态自相矛盾", "完成状态与别的栏目对不上[：{found}]。", "请部门核实哪一栏填错了[；台账现按“{wanted}”处理]。"},
	{TextContradictsStatus, Warning, "文字与状态对不上", "文字写的与完成状态对不上[：状态是“{wanted}”][，文字写的是“{found}”]。", "请部门核实：状态填错的改状态，文字写错的改文字。年报附件不引用这段文字。"},
	{PercentUnreadable, Warning, "百分比看不懂", "完成比例看不懂[：{found}]。", "请填数字，例如 80%；全部完成填 100%，还没开始填 0%。"},
	{DateUnreadable, Warning, "日期看不懂", "日期看不懂[：{found}]。", "请写成“2021年9月28日”的样式。不要写成 2021.10，表格软件会把它变成 2021.1。"},
	{DateOutsideQuarter, Warning, "日期不在本季度", "完成日期不在本季度内[：填的是 {found}][，本季度是{wanted}]。", "请核实是日期填错了，还是报表放错了季度。"},
	{FormulaWithoutValue, Warning, "公式没有结果", "单元格里是公式，但文件里没有存下算出来的结果[：{found}]。", "请用 Excel 或 WPS 打开该文件，等它算完再保存，放回原处。"},
	{LinkUnsafe, Warning, "链接不安全", "链接不是能公开访问的网址，台账里只留文字[：{found}]。", "请改填 http 或 https 开头的网址、文号或材料名称。"},
	{EvidenceMissing, Warning, "缺少佐证", "填了已完成，但没有佐证材料。", "请部门补上公开链接、文号或材料名称。"},
	{StatusRegressed, Warning, "状态倒退", "以前报的是已完成，这次又退了回去[：现在填的是“{found}”]。", "请部门说明原因；填错的请更正[（以前的在{wanted}）]。"},
	{TextCopied, Warning, "与别的部门雷同", "进展文字与别的部门一字不差[：{found}]。", "请部门按自己做的工作据实填写。"},
	{Overdue, Warning, "已逾期", "已到期但没有完成[：时限是{wanted}][，目前是“{found}”]。", "请负责的部门说明原因，尽快完成；其实已经完成的，请在报表里填“已完成”。"},
	{ReturnMissing, Warning, "未报送", "没有收到该部门[{found}]的报表。", "请催报；已经交来的，看看是不是放错了文件夹，或者没有读成、列在“待核对”里。"},
	{ReturnLate, Warning, "迟报", "报送迟了[ {found} 天][（截止{wanted}）]。", "请提醒部门按时报送；日期写错的，改正报表上的填报日期或“报送登记”。"},
	{LeadSupportConflict, Warning, "牵头与配合说法不一", "配合部门与牵头部门说法不一[：配合部门填“{found}”][，牵头部门填{wanted}]。", "请牵头部门会同配合部门核实，各自照实际情况填写；台账以牵头部门为准。"},
	{ListNumberGap, Warning, "清单序号断号", "任务清单的序号不连续[：{found}]。", "请对照印发的清单，看有没有漏掉的条目[（缺 {wanted}）]。"},
	{ListNumberDuplicate, Warning, "清单序号重复", "任务清单里有重复的序号[：{found}]。", "请对照印发的清单，把序号改对[（前一处在 {wanted}）]。"},
	{ListNoDepartment, Warning, "清单没写责任部门", "这条要求没有责任部门[：{found}]。", "请在任务清单里补上责任部门。"},
	{ListUnknownDepartment, Warning, "部门不在名录", "部门不在部门名录里[：{found}]。", "请在“部门名录”里登记这个部门，或者登记成别名。[{wanted}。]"},
	{ListDueUnreadable, Warning, "清单时限看不懂", "时限或季度看不懂[：{found}]。", "完成时限请写成“年底前”“11月20日前”，或“长期”“每年至少1次”；启用、停用请写季度，如“第三季度”。"},
	{RulingOrphaned, Warning, "核定没有执行", "核定[“{found}”]所指的那一行或那个问题找不到了。", "这条核定仍然保留。请在“待核对”中重新核定；不再需要的，清空它的黄色各栏。"},
	{LedgerEdited, Warning, "台账被改动", "台账里核定各栏以外的地方被改过[：{found}]；没有采用。", "台账每次都重新生成，改过的那一份留在“历史”文件夹里。要改内容的，请改报表或任务清单；要核定的，填黄色各栏。"},
	{LastYearUnused, Warning, "上年台账没有用上", "这份台账[是{found}年的，]不早于本年度[（{wanted}年）]，没有作为上年的台账使用。", "请放上年成果里的 台账.json；不用回头看的，把它移走。"},
	{LastYearConflict, Warning, "上年台账对不上", "上年的台账与本年度对不上[：{found}]；已照用。", "请核实放的是不是[{wanted}]台账；放错了的，换上上年成果里的 台账.json。"},
	{PersonalInformation, Warning, "含个人信息", "文字里有个人信息，不能公开[：{found}]。", "年报附件已略去有这些信息的句子；需要公开这些工作的，请改写后放回原处。"},
	{SecrecyMarking, Warning, "含密级或内部标志", "文字里有密级或内部标志，不能公开[：{found}]。", "请送保密审查；年报附件已略去有这些标志的句子。"},
	{SensitiveWording, Warning, "含敏感词", "文字里有敏感词或者不对外说的事，不能公开[：{found}]。", "年报附件已略去有这些词的句子；写错的，请改正后放回原处。"},
	{PersonDoubtful, Warning, "可能含个人信息", "文字里好像有个人信息，拿不准[：{found}]。", "年报附件已略去有这些字的句子；不是个人信息、可以公开的，请在“待核对”里认可。"},
	{GlyphMissing, Warning, "字体缺字", "所用的字体没有这些字，年报附件里印成〓[：{found}]。", "请在“设置”的“字体”里指定有这些字的字体文件。"},
	{ColumnAmbiguous, Warning, "栏目拿不准", "[“{found}”一栏]拿不准是什么[，现按“{wanted}”读]。", "请在台账“读法”里选定；选过一次，以后都照办。"},
	{SheetUnread, Warning, "有内容没有读懂", "这里有文字，但没有读懂，也没有并入[：{found}]。", "请打开看一看：是填报的，请部门把它们写进报送表，或在“读法”里指定各栏；不是的，不用处理。"},
	{SettingUnreadable, Warning, "设置看不懂", "这里填的看不懂[：{found}][，现在按“{wanted}”处理]。", "请在 任务清单.xlsx 里照着“说明”一栏改正。"},
	{YearDoubtful, Warning, "年度存疑", "报表里的日期多数不在本年度[：{found}]。", "请核实年度。[报表确是{wanted}年的，换上那一年的任务清单，或在“设置”的“年度”里改正（也可以加上 --year {wanted} 再运行一次）；]年度没有错的，请部门改正报表上的年份。"},
	{AsOfDoubtful, Warning, "截至季度存疑", "只有很少的部门[（{found}）]报到[{wanted}]，别的部门都还在前面的季度。", "现在只做到前面的季度的，在“设置”的“截至季度”里写明；确实做到这一季度的，也在那里写明。"},
	{NumberMissing, Warning, "数据漏报", "这里的数据没有填[：{found}]。", "请部门补报：没有发生的填 0，没有这项业务的填“不适用”[；{wanted}]。"},
	{NumberDoubtful, Warning, "数据存疑", "这个数据请再看一看[：{found}]。", "请核对；确实如此的，在备注里说明或在“勾稽核对”里核定，错的改正后重报。"},
	{CarryOverDiffers, Warning, "与上年衔接不上", "本年的数与上年的对不上[：{found}]。", "请报数的部门核对；确有原因的，写出不少于六个字的说明。"},
	{RestatedDiffers, Warning, "重印的与原报不同", "后一季度的报表把这个季度的情况又印了一遍，与当季报的不同[：当季报的是{found}][，后来印的是{wanted}]；台账仍用当季报的。", "请部门核实哪个对：当季报的对，核定“认可”；后来印的对，核定“按第N项并入”，后来印的这一行就作为当季的，或者由部门重报当季的报表并写明填报日期。"},

	{Attachment, Info, "附件材料", "图片或 PDF，登记为附件材料，没有当作报表读取。", "是签字盖章扫描件的，不用处理；只交了扫描件的，请部门补报可以编辑的表格。"},
	{SupersededReturn, Info, "已被新报表取代", "同一部门同一季度另有较新的报表，重复的内容以新的为准[：{found}]。", "不用处理；新旧弄反了的，把作废的一份移入“作废”文件夹。"},
	{TextUnchanged, Info, "与上次相同", "进展文字与上一次报的一字不差。", "请部门看看是否确实没有新的进展。"},
	{ListInherited, Info, "沿用上面的内容", "[{found}]沿用上面[{wanted}]的内容。", "请对照清单原件，看这里是不是合并单元格。"},
	{ColumnAssumed, Info, "推断出的栏目", "[“{found}”]这一栏的叫法没有见过，按内容[当作“{wanted}”]读取。", "看着不对的，请在台账“读法”里改；对的，不用处理。"},
	{ColumnUnused, Info, "没有认出的栏目", "[“{found}”]这一栏没有认出用途，内容照原样留在台账“明细”的“其他栏目”里，不对外公开。", "需要读取的，请在台账“读法”里指定它是什么；不需要的，不用处理。"},
	{StruckText, Info, "有划去的文字", "划去的文字没有读取[：{found}]。", "划错了的，请部门取消删除线后重新报送；确实作废的，不用处理。"},
	{FileSkipped, Info, "没有读取的文件", "这个文件没有作为报表读取[：{found}]。", "里面有部门填报的内容的，请填到报送表里再交；没有的，不用处理。"},
	{NumberExplained, Info, "已说明原因", "对不上的数据已经说明了原因[：{found}]。", "说明会作为注释印在表下，不用处理；说得不清楚的，请部门补充。"},
	{SettingMissing, Info, "设置未填", "“设置”里的[{found}]没有填好，按默认处理[：{wanted}]。", "需要更改的，请在 任务清单.xlsx 的“设置”里填写。"},
}

var entries = func() map[Code]Entry {
	m := make(map[Code]Entry, len(Catalogue))
	for _, e := range Catalogue {
		m[e.Code] = e
	}
	return m
}()

// Entry returns the catalogue's entry; a code that the catalogue lacks is a warning
// titled with the code itself.
func (c Code) Entry() Entry {
	if e, ok := entries[c]; ok {
		return e
	}
	return Entry{Code: c, Severity: Warning, Title: string(c), Text: "{found}"}
}
