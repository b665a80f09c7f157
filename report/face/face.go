// Package face holds the typefaces of the annex by the role that an official document
// gives them: the office's own where they are found and fit, else the embedded free ones.
// It knows which characters a face has and how wide they are, falls back character by
// character, and cuts a face down to the characters used. A face is judged by its
// content, never by its file name alone, and a bad file is refused, never a panic.
package face

import (
	"path/filepath"
	"strings"
)

// Role is what a typeface is for (GB/T 9704—2012).
type Role int

const (
	Title   Role = iota // 小标宋: titles
	Body                // 仿宋: text, third-level headings
	Heading             // 黑体: first-level headings, table heads
	Sub                 // 楷体: second-level headings
	Number              // 宋体: page numbers
	roles
)

// Label returns the role as the office names it.
func (r Role) Label() string {
	switch r {
	case Title:
		return "小标宋"
	case Body:
		return "仿宋"
	case Heading:
		return "黑体"
	case Sub:
		return "楷体"
	default:
		return "宋体"
	}
}

// Substitute stands for a character that no face has.
const Substitute = '〓'

// Set is a typeface for each role, with others to fall back on. The zero Set has none;
// make one by Embedded or Find. A Set may be read from several goroutines.
type Set struct {
	byRole [roles]*Font
	spare  [roles]*Font // the embedded faces
}

// Font returns the face chosen for the role.
func (s Set) Font(role Role) *Font { return s.byRole[role] }

// Pick returns the face that prints r in the role: the role's own, else the embedded one
// of that role, else any that has it; nil where none has.
func (s Set) Pick(role Role, r rune) *Font {
	if f := s.byRole[role]; f.Has(r) {
		return f
	}
	if f := s.spare[role]; f.Has(r) {
		return f
	}
	for _, fonts := range [2][roles]*Font{s.byRole, s.spare} {
		for _, f := range fonts {
			if f.Has(r) {
				return f
			}
		}
	}
	return nil
}

// Advance returns how wide r is printed in the role, in ems; the Substitute's width where
// no face has it.
func (s Set) Advance(role Role, r rune) float64 {
	if f := s.Pick(role, r); f != nil {
		return f.Advance(r)
	}
	return 1
}

// Use says which typeface prints a role.
type Use struct {
	Role Role
	Name string // the typeface's own name
	File string // where it was found, "" for an embedded one
}

// String says in one line what prints, for the console: 仿宋（simfang.ttf），其余内置.
func (s Set) String() string {
	var own []string
	uses := s.Uses()
	for _, u := range uses {
		if u.File != "" {
			own = append(own, u.Role.Label()+"（"+filepath.Base(u.File)+"）")
		}
	}
	switch {
	case len(own) == 0:
		return "内置"
	case len(own) < len(uses):
		return strings.Join(own, "、") + "，其余内置"
	}
	return strings.Join(own, "、")
}

// Uses lists the faces by role.
func (s Set) Uses() []Use {
	var uses []Use
	for role, f := range s.byRole {
		if f != nil {
			uses = append(uses, Use{Role(role), f.Name, f.File})
		}
	}
	return uses
}
