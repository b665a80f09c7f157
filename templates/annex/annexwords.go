// Package annexwords embeds the default wording of the annex. An office changes it by a
// copy of its own; README.md beside it says what a template may ask for.
package annexwords

import _ "embed"

//go:embed annex.md
var wording string

// Default returns the built-in template.
func Default() string { return wording }
