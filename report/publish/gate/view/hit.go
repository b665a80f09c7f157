package view

import "taizhang/importer/finding"

// Hit is something in a text that must not be published.
type Hit struct {
	Code  finding.Code // personal-information, secrecy-marking or sensitive-wording
	Kind  string       // what it is: 手机号码
	Shown string       // what stands there; of personal information only enough to find it: 138****8000

	From, To int // in the original, in runes
}

// Kind is a sort of hit.
type Kind struct {
	Code finding.Code
	Name string
}

// Hit makes a hit of the characters from up to, not including, to.
func (v View) Hit(kind Kind, from, to int, shown string) Hit {
	return Hit{Code: kind.Code, Kind: kind.Name, Shown: shown, From: v.At[from], To: v.At[to-1] + 1}
}
