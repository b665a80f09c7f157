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
	// A row that is held back.
	RowUnmatched Code = "row-unmatched"
	RowAmbiguous Code = "row-ambiguous"
	DuplicateRow Code = "duplicate-row"
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
	PersonalInformation   Code = "personal-information"
	SecrecyMarking        Code = "secrecy-marking"
	SensitiveWording      Code = "sensitive-wording"
	GlyphMissing          Code = "glyph-missing"
	// Good to know.
	Attachment       Code = "attachment"
	SupersededReturn Code = "superseded-return"
	TextUnchanged    Code = "text-unchanged"
	ListInherited    Code = "list-inherited"
	SettingMissing   Code = "setting-missing"
)

// Entry is what the catalogue says of a code. Text and Hint may hold {found} and {wanted}.
type Entry struct {
	Code     Code
	Severity Severity
	Title    string // what a clerk calls it
	Text     string // what happened
	Hint     string // what to do
}

// Catalogue lists every code, in the order of the contract.
var Catalogue = []Entry{
	{UnreadableFile, Error, "文件打不开", "文件读不出来：{found}。", "请用 Excel 或 WPS 打开该文件，另存为 .xlsx 后放回原处；打不开的请部门重新报送。"},
	{PasswordProtected, Error, "文件加了密码", "文件设有打开密码，无法读取。", "请向报送部门索取未加密的文件，或打开后在“另存为—工具—常规选项”中清除密码再保存。"},
	{UnsupportedFormat, Error, "文件格式不支持", "不能读取这种文件：{found}。", "请用 Excel 或 WPS 打开后另存为 .xlsx，放回原文件夹。"},
	{FileTooLarge, Error, "文件过大", "文件超出限度：{found}（限 {wanted}）。", "请删去表格以外的空白行、图片和多余工作表后另存，再放回原处。"},
	{NoTable, Error, "没有找到报送表", "文件里没有找到报送表的表头（{wanted}）。", "请确认表头行写有“具体要求”（或“工作任务”）和“完成情况”等栏目；如果是正文材料，请部门改报表格。"},

	{DepartmentUnknown, Error, "不知道是哪个部门的", "认不出报送部门：{found}。", "请在表头“填报单位”处写部门名录中的名称；如果是简称，可在 任务清单.xlsx 的“部门名录”别名栏登记。{wanted}"},
	{QuarterUnknown, Error, "不知道是哪个季度的", "认不出报表所属季度：{found}。", "请在表题或“填报季度”处写明季度（如{wanted}），或把文件放进对应的季度文件夹。"},
	{DuplicateReturn, Error, "同一季度两份报表打架", "同一部门同一季度的两份报表对同一要求填得不一样，看不出哪份为准：另一份是 {found}。", "请与部门核实，把作废的一份移入“作废”文件夹，或在有效的一份上写明填报日期。"},
	{EmptyReturn, Error, "空表", "报表没有填写任何内容。", "请退回部门填写后重新报送。"},

	{RowUnmatched, Error, "不知道对应哪条要求", "这一行对不上清单中的任何一条具体要求：{found}。", "请核对“具体要求”栏文字，改成清单原文或写明清单序号。{wanted}"},
	{RowAmbiguous, Error, "可能对应几条要求", "这一行像是清单中的几条要求，分不清是哪一条：{found}。", "请写明是清单第几条。可能是：{wanted}。"},
	{DuplicateRow, Error, "同一条要求填了两行", "同一张报表里，同一条要求填了两行且内容不同：{found}。", "请部门合并为一行，或删去作废的一行。另一行在 {wanted}。"},

	{WrongExtension, Warning, "扩展名与内容不符", "文件扩展名与内容不符，实际是{found}，已按实际内容读取。", "请另存为 .xlsx，以免别的软件打不开。"},
	{DepartmentConflict, Warning, "部门说法不一", "报送部门有不同说法：{found}；已按 {wanted} 处理。", "请核实是哪个部门的报表，并改正写错的地方。"},
	{QuarterConflict, Warning, "季度说法不一", "所属季度有不同说法：{found}；已按 {wanted} 处理。", "请核实是哪个季度的报表，并改正表题或文件夹。"},
	{HiddenContent, Warning, "有隐藏内容", "表中有隐藏的内容：{found}。", "{wanted}请取消隐藏后核对。"},
	{NumberTextConflict, Warning, "序号与文字对不上", "序号写的是 {found}，文字却是清单第 {wanted} 条；已按文字并入。", "请核对序号。"},
	{NotAssigned, Warning, "不是本部门的任务", "该部门不在这条要求的责任部门之列：{found}。", "请核实是否填错行；确应由其承担的，在任务清单的责任部门中补上。应由：{wanted}。"},
	{RequirementMissing, Warning, "漏报要求", "已收到报表，但缺少这条要求的情况：{found}。", "请部门补报。"},
	{StatusUnknown, Warning, "状态看不懂", "完成状态看不懂：{found}。", "请从“已完成、推进中、常态化、滞后、未启动、不适用”中选一个填写。"},
	{StatusContradiction, Warning, "状态自相矛盾", "状态与其他栏目矛盾：{found}。", "请部门核实。已按 {wanted} 处理。"},
	{PercentUnreadable, Warning, "百分比看不懂", "完成比例看不懂：{found}。", "请填写 0 至 100 之间的数，例如 80%。"},
	{DateUnreadable, Warning, "日期看不懂", "日期看不懂：{found}。", "请按“2021年9月28日”的样式填写。"},
	{DateOutsideQuarter, Warning, "日期不在本季度", "完成日期 {found} 不在本季度（{wanted}）内。", "请核实日期或季度是否填错。"},
	{FormulaWithoutValue, Warning, "公式没有结果", "单元格里是公式，文件中没有存下计算结果：{found}。", "请用 Excel 或 WPS 打开该文件，重新计算并保存后再放回。"},
	{LinkUnsafe, Warning, "链接不安全", "链接不是 http(s) 网址或文件夹内的相对路径，台账中只保留文字：{found}。", "请改填可公开访问的网址或文号。"},
	{EvidenceMissing, Warning, "缺少佐证", "填报已完成，但没有佐证材料。", "请部门补充公开链接、文号或材料名称。"},
	{StatusRegressed, Warning, "状态倒退", "上次填报已完成，本季度却填 {found}。", "请部门说明原因；属误填的请更正（上次见 {wanted}）。"},
	{TextCopied, Warning, "与别的部门雷同", "进展文字与其他部门完全相同：{found}。", "请部门据实填写本部门开展的工作。"},
	{Overdue, Warning, "已逾期", "已到期但未完成：应于 {wanted} 完成，目前 {found}。", "请牵头部门说明原因并尽快完成。"},
	{ReturnMissing, Warning, "未报送", "没有收到该部门{found}的报表。", "请催报；已收到的请检查是否放错文件夹或被列入待核对。"},
	{ReturnLate, Warning, "迟报", "报送迟了 {found} 天（截止 {wanted}）。", "请提醒部门按时报送。"},
	{LeadSupportConflict, Warning, "牵头与配合说法不一", "配合部门填 {found}，牵头部门填 {wanted}。", "请牵头部门核实；台账以牵头部门为准。"},
	{ListNumberGap, Warning, "清单序号断号", "任务清单的序号不连续：{found}。", "请核对清单是否漏了条目（应为 {wanted}）。"},
	{ListNumberDuplicate, Warning, "清单序号重复", "任务清单中有重复的序号：{found}。", "请核对清单序号（前一处在 {wanted}）。"},
	{ListNoDepartment, Warning, "清单没写责任部门", "这条要求没有责任部门：{found}。", "请在任务清单中补上责任部门。"},
	{ListUnknownDepartment, Warning, "责任部门不在名录", "责任部门不在部门名录中：{found}。", "请在“部门名录”中登记该部门，或登记为别名。{wanted}"},
	{ListDueUnreadable, Warning, "完成时限看不懂", "完成时限看不懂：{found}。", "请写成“2021年底前”“11月20日前”这样的时限，或“长期”“每年至少1次”。"},
	{RulingOrphaned, Warning, "核定找不到对象", "核定所指的那一行不在了：{found}。", "请重新核定，或删去这条核定。"},
	{PersonalInformation, Warning, "含个人信息", "文字中有个人信息，不予公开：{found}。", "请改写后再公开；公开件中已略去含有该信息的句子。"},
	{SecrecyMarking, Warning, "含密级或内部标志", "文字中有密级或内部标志，不予公开：{found}。", "请送保密审查；公开件中已略去含有该标志的句子。"},
	{SensitiveWording, Warning, "含敏感词", "文字中有敏感词，不予公开：{found}。", "请改写后再公开；公开件中已略去含有该词的句子。"},
	{GlyphMissing, Warning, "字体缺字", "所用字体没有这些字，公开件中印成〓：{found}。", "请在“设置”的“字体”中指定含有这些字的字体文件。"},

	{Attachment, Info, "附件材料", "图片或 PDF，作为附件材料登记，未作为报表读取。", "这是签字盖章扫描件的，无需处理；只报了扫描件的，请部门补报可编辑的表格。"},
	{SupersededReturn, Info, "已被新报表取代", "同一部门同一季度另有较新的报表，重叠的内容以新的为准：{found}。", "无需处理；如新旧弄反，请把作废的一份移入“作废”文件夹。"},
	{TextUnchanged, Info, "与上季度相同", "进展文字与上季度完全相同。", "请部门确认是否确无新进展。"},
	{ListInherited, Info, "沿用合并单元格", "{found}沿用上一条（{wanted}）。", "请核对清单原件中是否为合并单元格。"},
	{SettingMissing, Info, "设置未填", "“设置”中没有填写 {found}，按默认处理：{wanted}。", "如需更改，请在 任务清单.xlsx 的“设置”中填写。"},
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
