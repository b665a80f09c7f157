package wording

import "taizhang/report/chart"

// everything draws every figure.
var everything = func() map[string]bool {
	all := map[string]bool{}
	for _, name := range chart.Names {
		all[name] = true
	}
	return all
}()
