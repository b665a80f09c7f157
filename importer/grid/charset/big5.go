package charset

// LooksBig5 reports whether the bytes are text in the form of Big5, which is not read: ASCII without
// control characters, and pairs of bytes in the order of Big5, several of them.
func LooksBig5(data []byte) bool {
	pairs := 0
	for i := 0; i < len(data); i++ {
		switch b := data[i]; {
		case b == '\t' || b == '\n' || b == '\r' || b >= 0x20 && b < 0x7F:
		case b >= 0xA1 && b <= 0xF9 && i+1 < len(data) && isBig5Tail(data[i+1]):
			pairs++
			i++
		default:
			return false
		}
	}
	return pairs >= leastPairs
}

const leastPairs = 8 // pairs by which a text is told from damage

func isBig5Tail(b byte) bool { return b >= 0x40 && b <= 0x7E || b >= 0xA1 && b <= 0xFE }
