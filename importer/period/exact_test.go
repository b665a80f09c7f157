package period

import "testing"

func TestNamesDay(t *testing.T) {
	for said, want := range map[string]bool{
		"2021年9月28日": true, "9月28日": true, "9月28": true, "九月二十八日": true, "2021.9.28": true, "2021-09-28": true, "20210928": true, "210928": true, "9.28": true, "44467": true,
		"已于9月28日办结": true, "已完成（9月20日）": true, "2021年9月28日（周二）10:30": true, "二〇二一年九月三十日": true,
		"2021年9月": false, "9月": false, "9月份": false, "9月底": false, "9月上旬": false, "2021.09": false, "2021-9": false, "202109": false, "三季度": false, "2021Q3": false,
		"上半年": false, "2021年底": false, "已于9月印发": false, "已完成（9月）": false, "九月": false, "已于9月完成3处": false, "Mar-21": false,
	} {
		if NamesDay(said, 2021) != want {
			t.Errorf("%q: want %v", said, want)
		}
	}
}
