package status

import (
	"strings"
	"unicode/utf8"
)

// signs are words by their first characters. There is nothing in nil.
type signs struct {
	words map[rune][]string
	may   [1 << 12 / 64]uint64 // the first characters by their last twelve bits: most texts have none of them
}

func newSigns() *signs { return &signs{words: map[rune][]string{}} }

func (s *signs) add(word string) {
	first, _ := utf8.DecodeRuneInString(word)
	s.words[first] = append(s.words[first], word)
	s.may[first>>6%64] |= 1 << (first % 64)
}

// of returns the words that begin with a character.
func (s *signs) of(first rune) []string {
	if s == nil || s.may[first>>6%64]&(1<<(first%64)) == 0 {
		return nil
	}
	return s.words[first]
}

// stand reports whether one of the words stands in a text.
func (s *signs) stand(text string) bool {
	if s == nil {
		return false
	}
	for i, r := range text {
		for _, word := range s.of(r) {
			if strings.HasPrefix(text[i:], word) {
				return true
			}
		}
	}
	return false
}

// begins returns the word that a text begins with, the longest, "" for none.
func (s *signs) begins(text string) (found string) {
	first, _ := utf8.DecodeRuneInString(text)
	for _, word := range s.of(first) {
		if len(word) > len(found) && strings.HasPrefix(text, word) {
			found = word
		}
	}
	return found
}
