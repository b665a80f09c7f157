package cli

// What the process tells its caller (see the contract): done and written; something was
// held back; the call was wrong and nothing is written; the tool could not do its work and
// earlier outputs are untouched.
const (
	ExitDone   = iota // 0
	ExitHeld          // 1
	ExitUsage         // 2
	ExitFailed        // 3
)

// usage is the help: it fits into a window of 80 columns.
const usage = `taizhang 台账：把各部门每季度报来的表格合并成工作台账和年报附件。

用法：
  taizhang init 文件夹               建一个年度文件夹，带任务清单和四个季度
  taizhang forms [文件夹] --quarter 季度
                                     给每个应报的部门写一份报送表，放进 下发
  taizhang build [文件夹]            读取一年，写出台账、年报附件和退回单
  taizhang 文件夹                    同上（也可以把文件夹拖到程序图标上）
  taizhang tasks [文件夹或清单]      看清单怎样理解：谁牵头、谁配合、何时完成
  taizhang check 文件或文件夹…       检查报表，列出问题，不写任何文件
  taizhang open [文件夹]             在浏览器里收表、核对、生成（双击程序也行）

选项：
  --quarter 季度    forms：哪个季度，例如 3 或 2021Q3
  --explain         check：说明每张工作表是怎样读的：各栏读作什么、凭什么
  --from 文件夹     init：接着上一年的文件夹建，沿用名录、设置、词表和台账
  --sample          init：建一个虚构的样例年度，带各部门的报表
  --tasks 文件      任务清单，不写则用文件夹里的 任务清单.xlsx
  --last 文件       上年的 台账.json，不写则用文件夹里的 上年/台账.json
  --out 文件夹      写到哪里，不写则为 文件夹/成果（forms 为 文件夹/下发）
  --year 年度       例如 2021
  --unit 单位名称   例如 示例市文化广电旅游体育局
  --as-of 季度      截至哪个季度，例如 2021Q4
  --strict          有待核对的内容时退出码为 1（文件照常写出）
  --quiet           只在出错时说话
  --version         显示版本
  --help            显示本说明

退出码：
  0  完成
  1  有内容待核对（check，或 build --strict）
  2  用法不对，没有清单，或不是年度文件夹；什么都没写
  3  程序没能完成（磁盘满、没有权限、文件正被打开）；原有成果不动

例：
  taizhang init 2021                 改好 2021/任务清单.xlsx，然后：
  taizhang forms 2021 --quarter 1    把 2021/下发 里的表发给部门
  taizhang build 2021                报回来的放进 2021/第一季度 以后，汇总
`
