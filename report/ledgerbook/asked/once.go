package asked

import (
	"taizhang/importer/fold"
	"taizhang/importer/ruling"
	"taizhang/templates/words"
)

// once joins the lines of headings that one answer would settle, as long as nobody has answered: the same
// heading at several places of a table, and the same one of several quarters. Where they are read
// differently each keeps its own line.
func once(lines []Reading) []Reading {
	joined := lines[:0]
	at := map[string]int{} // by what an answer on the heading would hold for
	differ := map[string]bool{}
	for i := range lines {
		if lines[i].Answer == nil {
			for _, key := range lines[i].holdsFor() {
				if role, one := lines[i].onlyRole(); !one {
					differ[key] = true
				} else if first, seen := at[key]; seen {
					if was, _ := lines[first].onlyRole(); was != role {
						differ[key] = true
					}
				} else {
					at[key] = i
				}
			}
		}
	}
	to := map[string]int{}
	for i := range lines {
		line := lines[i]
		if line.Answer != nil {
			joined = append(joined, line)
			continue
		}
		key := line.joinedBy(differ)
		if n, seen := to[key]; seen && key != "" {
			joined[n].Met = append(joined[n].Met, line.Met...)
			continue
		}
		if key != "" {
			to[key] = len(joined)
			line.Office.Left, line.Office.Right = "", ""
		}
		joined = append(joined, line)
	}
	return joined
}

// holdsFor returns the keys by which an answer on the heading would be found: the heading, and the
// heading without its quarter.
func (r *Reading) holdsFor() []string {
	keys := []string{"=" + fold.Key(r.Heading)}
	if key := ruling.Timeless(r.Heading); key != "" {
		keys = append(keys, "~"+key)
	}
	return keys
}

// joinedBy returns the widest key that all headings under it are read alike by, "" for none.
func (r *Reading) joinedBy(differ map[string]bool) string {
	keys := r.holdsFor()
	for i := len(keys) - 1; i >= 0; i-- {
		if !differ[keys[i]] {
			return keys[i]
		}
	}
	return ""
}

// onlyRole returns the one role that all columns under the heading are read as.
func (r *Reading) onlyRole() (role words.Role, one bool) {
	for i := range r.Met {
		if c := r.Met[i].Column.Role; i > 0 && c != role {
			return "", false
		} else {
			role = c
		}
	}
	return role, true
}
