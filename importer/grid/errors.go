package grid

import "strings"

// isError reports a text that is an error of a spreadsheet: documents, pages and texts hold no more of
// one than what it shows, and programs write it for a number that a column is too narrow for.
func isError(text string) bool {
	if len(text) < 3 || text[0] != '#' || len(text) > longestError {
		return false
	}
	switch strings.TrimSpace(text) {
	case "#NULL!", "#DIV/0!", "#VALUE!", "#REF!", "#NAME?", "#NUM!", "#N/A", "#GETTING_DATA", "#SPILL!", "#CALC!", "#FIELD!", "#BLOCKED!", "#UNKNOWN!", "#CONNECT!", "#BUSY!":
		return true
	}
	return strings.Trim(text, "# ") == ""
}

// longestError is how long an error is at the most, in bytes.
const longestError = 64
