package gate

import (
	_ "embed"

	"github.com/goccy/go-yaml"
)

//go:embed 套话.yaml
var phrases []byte

// Phrases is 套话.yaml: what a department writes that the public edition does not repeat. A list of
// words is one text with spaces between.
type Phrases struct {
	Nothing  string            `yaml:"等于没说"` // whole answers that say nothing
	Subjects string            `yaml:"本项"`   // how a text calls the requirement that it speaks of
	Standing map[string]string `yaml:"状态说法"` // by the label of a status: more names that texts have for it
}

// DefaultPhrases returns the built-in phrases.
func DefaultPhrases() *Phrases {
	p := &Phrases{}
	if err := yaml.UnmarshalWithOptions(phrases, p, yaml.Strict()); err != nil {
		panic("built-in phrases: " + err.Error()) // a test reads them; it can't fail on a user's machine
	}
	return p
}
