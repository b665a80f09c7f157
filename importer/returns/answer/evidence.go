package answer

import (
	"path"
	"regexp"
	"strings"
	"unicode"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/returns"
	"taizhang/importer/table"
	"taizhang/templates/words"
)

var (
	evidenceEnd = regexp.MustCompile(`[\n\r；;]+|[\s　]+(?:https?://)`)
	webLink     = regexp.MustCompile(`https?://[^\s　，。；、）)】"'<>]+`)
	// documentNumber is a text that is a document's number and nothing else: 政办〔2021〕3号.
	documentNumber = regexp.MustCompile(`^\p{Han}{1,12}[〔\[【（(]20[0-9]{2}[〕\]】）)]第?[0-9]{1,5}号$`)
	scheme         = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9+.-]*:`)
)

// isProof reports whether a cell under a heading that nobody knows is a document's number and
// nothing else, where another column says what was done: then it proves that.
func (t *Taker) isProof(col *table.Column, text string) bool {
	assumed := col.By == table.ByContent || col.By == table.ByPart
	return assumed && documentNumber.MatchString(text) && len(t.Of(words.Progress)) > 1
}

// takeEvidence reads a cell of an evidence column: links, document numbers and names, one
// a line or parted by ；. A link's target stands in for the text that displays it.
func (r *Taker) takeEvidence(row *returns.Row, cell grid.Cell) {
	add := func(text string) {
		if text = strings.Trim(text, " \t　；;，,。"); text != "" && !r.Nothing(text) {
			row.Evidence = append(row.Evidence, grid.Read[string]{Value: text, Said: strings.TrimSpace(cell.String()), At: cell.Anchor()})
		}
	}
	text := cell.String()
	if link := strings.TrimSpace(cell.Link); link != "" {
		if !safeLink(link) {
			row.Findings = append(row.Findings, finding.New(finding.LinkUnsafe, cell.Anchor(), link, ""))
		} else if !strings.Contains(text, link) {
			add(link)
			if strings.TrimSpace(text) != "" && !webLink.MatchString(text) {
				add(text)
			}
			return
		}
	}
	var links [][]int
	if strings.Contains(text, "://") {
		links = webLink.FindAllStringIndex(text, -1)
	}
	from := 0
	for _, span := range links {
		r.addLines(text[from:span[0]], add)
		add(text[span[0]:span[1]])
		from = span[1]
	}
	r.addLines(text[from:], add)
}

func (r *Taker) addLines(text string, add func(string)) {
	if text == "" {
		return
	}
	if !strings.ContainsAny(text, "\n\r；;") && !strings.Contains(text, "http") {
		add(text)
		return
	}
	for _, part := range evidenceEnd.Split(text, -1) {
		add(part)
	}
}

// safeLink reports whether a link may stand in an output: http(s), or a relative path that
// stays below its folder. Programs leave control characters out before they follow a link.
func safeLink(link string) bool {
	if strings.ContainsFunc(link, unicode.IsControl) {
		return false
	}
	lower := strings.ToLower(link)
	if strings.HasPrefix(lower, "http://") || strings.HasPrefix(lower, "https://") {
		return true
	}
	slashed := strings.ReplaceAll(link, `\`, "/")
	return !scheme.MatchString(link) && !strings.HasPrefix(slashed, "/") && !strings.HasPrefix(path.Clean(slashed), "..")
}
