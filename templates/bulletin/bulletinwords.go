// Package bulletinwords embeds the default wording of the quarterly bulletin. An office changes it by a
// copy of its own; README.md beside it says what a template may ask for.
package bulletinwords

import _ "embed"

//go:embed 通报.md
var wording string

// Default returns the built-in template.
func Default() string { return wording }
