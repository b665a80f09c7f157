// Package seeds holds the task list that a run without a list falls back on, with the
// roster and the settings that go with it, as bytes. README.md says where each comes from.
package seeds

import _ "embed"

// File is an embedded file. Name is what findings and documents call it.
type File struct {
	Name string
	Data []byte
}

var (
	//go:embed 2021-task-list.txt
	list []byte
	//go:embed 部门名录.txt
	roster []byte
	//go:embed 设置.txt
	settings []byte
)

var (
	// List is a bureau's 2021 list, 工作任务 | 具体要求 | 责任部门, as issued: merged cells are
	// left out of its lines.
	List = File{"内置/2021年任务清单.txt", list}
	// Roster is 部门名称 | 类别 | 别名 | 启用 | 停用.
	Roster = File{"内置/部门名录.txt", roster}
	// Settings is 项目 | 值.
	Settings = File{"内置/设置.txt", settings}
)
