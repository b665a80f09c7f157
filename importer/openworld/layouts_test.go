package openworld

// layout is one kind of form.
type layout struct {
	name  string
	need  int  // departments that it holds
	since bool // it answers for all quarters up to its own
	make  func(*job) *book
}

// layouts are the forms that the test knows: each is one that a careful clerk understands
// with the list beside her.
var layouts = []layout{
	{"plain", 1, false, plain},
	{"any-order", 1, false, anyOrder},
	{"no-headings", 1, false, noHeadings},
	{"letter-headings", 1, false, letterHeadings},
	{"two-heading-rows", 1, false, twoHeadingRows},
	{"three-heading-rows", 1, false, threeHeadingRows},
	{"title-info-notes", 1, false, titleInfoNotes},
	{"side-by-side", 1, false, sideBySide},
	{"tables-below", 1, false, tablesBelow},
	{"sheet-a-task", 1, false, sheetATask},
	{"cards-stacked", 1, false, cardsStacked},
	{"cards-a-sheet-each", 1, false, cardSheets},
	{"transposed", 1, false, transposed},
	{"quarter-pairs", 1, true, quarterPairs},
	{"quarter-columns", 1, true, quarterColumns},
	{"plan-beside", 1, false, planBeside},
	{"earlier-beside", 1, false, earlierBeside},
	{"cover-first", 1, false, coverFirst},
	{"sample-first", 1, false, sampleFirst},
	{"goes-on-in-second-sheet", 1, false, goesOn},
	{"continuation-lines", 1, false, continuationLines},
	{"ticks", 1, false, ticks},
	{"symbols-with-legend", 1, false, symbols},
	{"boxes", 1, false, boxes},
	{"true-false", 1, false, trueFalse},
	{"rollup", 3, false, rollup},
	{"rollup-merged-department", 3, false, rollupMerged},
	{"rollup-merged-requirement", 3, false, rollupByRequirement},
	{"requirement-over-lines", 1, false, requirementOverLines},
	{"task-banner", 1, false, taskBanner},
	{"status-banner", 1, false, statusBanner},
	{"number-only", 1, false, numberOnly},
	{"number-and-short-name", 1, false, numberShort},
	{"several-answered", 1, false, severalAnswered},
	{"nil-return", 1, false, nilReturn},
	{"yes-no-remark", 1, false, yesNo},
	{"status-and-date", 1, false, statusAndDate},
	{"status-leads-text", 1, false, statusLeads},
	{"percent-remarks", 1, false, percentRemarks},
	{"extra-columns", 1, false, extraColumns},
	{"blank-heading", 1, false, blankHeading},
	{"prose", 1, false, prose},
	{"status-sheets", 1, false, statusSheets},
	{"colour-legend", 1, false, colourLegend},
	{"repeated-headings", 1, false, repeatedHeadings},
	{"own-numbers", 1, false, ownNumbers},
	{"invented-rows", 1, false, inventedRows},
	{"csv", 1, false, asCSV},
	{"web-page", 1, false, asPage},
}
