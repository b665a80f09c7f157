package delimited

import "strings"

// sample is how many of the first lines or records say how a text is cut.
const sample = 60

// delimiterOf picks the delimiter that most of the first records agree on. What else may stand
// in any text, a space or an apostrophe, is one only where it cuts all records alike.
func delimiterOf(text string) byte {
	best, most := byte(','), 0
	for _, delimiter := range []byte("\t,;|") {
		if n := Agreement(text, delimiter); n > most {
			best, most = delimiter, n
		}
	}
	if most >= 2*sampled(text) {
		return best
	}
	for _, delimiter := range []byte("' ~^") {
		if even(text, delimiter) {
			return delimiter
		}
	}
	return best
}

// sampled returns how many of the first lines hold anything.
func sampled(text string) int {
	n := 0
	for line := range Lines(text) {
		if strings.TrimSpace(line) != "" {
			n++
		}
		if n == sample {
			break
		}
	}
	return n
}

// even reports whether a delimiter cuts at least two records, and all of them into the same
// three fields or more; titles above them, which it does not cut at all, are fewer.
func even(text string, delimiter byte) bool {
	p := records{text: text, delimiter: delimiter, line: 1}
	width, cut, titles := 0, 0, 0
	for {
		fields, ok := p.next()
		switch {
		case !ok:
			return p.bad == nil && cut >= 2 && cut > titles
		case len(fields) == 1 && strings.TrimSpace(fields[0]) == "":
		case len(fields) == 1:
			titles++
		case len(fields) < 3 || width != 0 && len(fields) != width:
			return false
		default:
			width = len(fields)
			cut++
		}
	}
}

// usualWidth returns how many fields the first lines have that are cut at the delimiter alike,
// 0 where no two are, and how many the widest has; quotes are taken for what stands there.
func usualWidth(text string, delimiter byte) (width, widest int) {
	counts, n := map[int]int{}, 0
	for line := range Lines(text) {
		if n++; n > sample {
			break
		}
		fields := strings.Count(line, string(rune(delimiter))) + 1
		counts[fields]++
		widest = max(widest, fields)
	}
	for w, times := range counts {
		if times > 1 && w > 1 && (width == 0 || w*times > width*counts[width] || w*times == width*counts[width] && w > width) {
			width = w
		}
	}
	return width, widest
}

// Agreement returns how many fields the records of the most common length have together,
// 0 where that length is one.
func Agreement(text string, delimiter byte) int {
	counts := map[int]int{}
	p := records{text: text, delimiter: delimiter, line: 1}
	for range sample {
		fields, ok := p.next()
		if !ok {
			break
		}
		counts[len(fields)]++
	}
	best := 0
	for n, times := range counts {
		if n > 1 {
			best = max(best, n*times)
		}
	}
	return best
}

// Uniform reports whether all records have the same number of fields.
func Uniform(text string, delimiter byte) bool {
	p := records{text: text, delimiter: delimiter, line: 1}
	width := 0
	for {
		fields, ok := p.next()
		if !ok {
			return p.bad == nil
		}
		if len(fields) == 1 && strings.TrimSpace(fields[0]) == "" {
			continue
		}
		if width == 0 {
			width = len(fields)
		}
		if len(fields) != width {
			return false
		}
	}
}
