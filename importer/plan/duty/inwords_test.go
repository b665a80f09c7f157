package duty

import "taizhang/importer/plan/roster/rostertest"

func inWords(d Duty) string { return rostertest.InWords(d.Lead, d.Support, d.Joint) }
