package lookback

import (
	"fmt"
	"testing"

	"taizhang/importer/period"

	"github.com/google/go-cmp/cmp"
)

func TestFits(t *testing.T) {
	for _, c := range []struct {
		year, quarter int
		unit          string
		used          bool
		found         []string
	}{
		{2020, 4, "示例市文旅局", true, nil},
		{2020, 4, "", true, nil},
		{2020, 4, "示例市文旅局 ", true, nil},
		{2021, 4, "示例市文旅局", false, []string{"last-year-unused 2021"}},
		{2022, 1, "别的局", false, []string{"last-year-unused 2022"}},
		{2019, 4, "示例市文旅局", true, []string{"last-year-conflict 是2019年的，中间隔了年份"}},
		{2020, 3, "示例市文旅局", true, []string{"last-year-conflict 只到2020年第三季度"}},
		{2020, 4, "示例市体育局", true, []string{"last-year-conflict 单位是“示例市体育局”"}},
		{2018, 2, "示例市体育局", true, []string{"last-year-conflict 是2018年的，中间隔了年份", "last-year-conflict 只到2018年第二季度", "last-year-conflict 单位是“示例市体育局”"}},
	} {
		y := Year{File: "上年/台账.json", Year: c.year, Unit: c.unit, AsOf: period.Quarter{Year: c.year, N: c.quarter}}
		used, found := y.Fits("示例市文旅局", 2021)
		var got []string
		for _, f := range found {
			if f.Place.File() != y.File {
				t.Errorf("%s does not name the file", f.Code)
			}
			got = append(got, fmt.Sprintf("%s %s", f.Code, f.Found))
		}
		if diff := cmp.Diff(c.found, got); diff != "" || used != c.used {
			t.Errorf("%+v: used %v, %s", c, used, diff)
		}
	}
}
