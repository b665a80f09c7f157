package grid

import (
	"testing"

	"taizhang/importer/grid/numfmt"
)

func TestNumbersThatAreShownAsWords(t *testing.T) {
	for _, tt := range []struct {
		format string
		number float64
		want   string
	}{
		{`[=1]"已完成";[=2]"推进中";"未启动"`, 1, "已完成"},
		{`[=1]"已完成";[=2]"推进中";"未启动"`, 2, "推进中"},
		{`[=1]"已完成";[=2]"推进中";"未启动"`, 7, "未启动"},
		{`[>=100]已完成;[>0]推进中;未启动`, 100, "已完成"},
		{`[>=100]已完成;[>0]推进中;未启动`, 60, "推进中"},
		{`[>=100]已完成;[>0]推进中;未启动`, 0, "未启动"},
		{`[红色][=0]"未启动";[蓝色]0"%"`, 0, "未启动"},
		{`[红色][=0]"未启动";[蓝色]0"%"`, 40, "40%"},
		{`"完成";"落后";"未动"`, 3, "完成"},
		{`"完成";"落后";"未动"`, -3, "落后"},
		{`"完成";"落后";"未动"`, 0, "未动"},
		{`[=1]"√";[=0]"×"`, 1, "√"},
		{`[=1]√;[=0]×`, 0, "×"},
		{`[=1]"√";[=0]"×"`, 5, "5"}, // no section applies
		{`0"%"`, 85, "85%"},
		{`0\%`, 85.5, "85.5%"},
		{`0"%"`, -5, "-5%"},
		{`0.0"成"`, 8, "8.0成"},
		{`0.0"成"`, 8.55, "8.55成"},
		{`#"成"`, 0, "成"},
		{`0成半`, 8, "8成半"},
		{`"第"0"季度"`, 3, "第3季度"},
		{`\第0\季\度`, 3, "第3季度"},
		{`第G/通用格式季度`, 3, "第3季度"},
		{`General"件"`, 12.5, "12.5件"},
		{`[DBNum1][$-804]G/通用格式"项"`, 4, "4项"},
		{`#,##0"件"`, 1234567, "1,234,567件"},
		{`#,##0.00"万元"`, 1234.5, "1,234.50万元"},
		{`000"号"`, 7, "007号"},
		{`0"."0,"万"`, 25000, "2.5万"},
		{`0!.0,"万"`, 123456, "12.3万"},
		{`0!.0000"万元"`, 123456, "12.3456万元"},
		{`"A"000-000`, 123456, "A123-456"},
		{`0%"完成"`, 0.855, "85.5%完成"},
		{`"完成"0.00%`, 0.5, "完成50.00%"},
		{`_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `, 0, "-"},
		{`_ * #,##0.00_ ;_ * \-#,##0.00_ ;_ * "-"??_ ;_ @_ `, 3, "3"},
		{`▲0;▼0;"持平"`, -2, "▼2"},
		{`"第"@"季度"`, 3, "3"}, // for texts
		{`@"室"`, 0, "0"},
		{`[$万元-804]0`, 3, "万元3"},
		{`0[$件]`, 3, "3件"},
		{`#,##0,"千"`, 2500, "3千"},
		{`0"年"00"月"`, 0.5, "0年01月"},
		{`[$-804]aaaa`, 44467, "2021-09-28"},
		{`0"件";-0"件"`, -3, "-3件"},
		// Plain dress says nothing of its own, and what can't be followed is not guessed at.
		{`"¥"#,##0.00`, 5, "5"},
		{`[$¥-804]#,##0.00`, 5, "5"},
		{`#,##0_);\(#,##0\)`, -5, "-5"},
		{`0.00"未关闭`, 3, "3"},
		{`# ?/?"杯"`, 0.5, "0.5"},
		{`0.0E+0"次"`, 3000, "3000"},
		{`[h]"小时"`, 1.5, "1.5"},
		{`#`, 3, "3"},
	} {
		c := Cell{Kind: Number, Number: tt.number, Text: numfmt.Decimal(tt.number), Format: tt.format}
		if got := c.String(); got != tt.want {
			t.Errorf("%v as %s reads %q, want %q", tt.number, tt.format, got, tt.want)
		}
	}
}

// The section for texts is not laid on a number that a format has made a text of.
func TestAFormatIsLaidOnce(t *testing.T) {
	for format, want := range map[string]string{`0"件";-0"件";"无";@"室"`: "无", `@"室"`: "0", `"前"@`: "0"} {
		d := NewDraft("a.xlsx", "表")
		d.PutNumber(1, 1, 0, format)
		if got := d.finish().Cell(1, 1).String(); got != want {
			t.Errorf("0 as %s reads %q, want %q", format, got, want)
		}
	}
}

// A number that its format hides is seen by nobody, and is said.
func TestNumbersThatAreHidden(t *testing.T) {
	d := NewDraft("a.xlsx", "表")
	d.PutText(1, 3, "末")
	d.PutNumber(1, 1, 7, ";;;")
	d.PutNumber(1, 2, 0, "#,###")
	r := &Reading{}
	if bad := r.Add(d); bad != nil {
		t.Fatal(bad)
	}
	s := r.Sheets[0]
	for col, want := range map[int]string{1: "7", 2: "0"} {
		if c := s.Cell(1, col); !c.IsEmpty() || c.Beside().Hidden != want {
			t.Errorf("%s holds %q, hidden %q", c.At().Cell(), c, c.Beside().Hidden)
		}
	}
	if len(r.Findings) != 1 {
		t.Errorf("findings %v", r.Findings)
	}
}
