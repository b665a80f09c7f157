package open

import (
	"bytes"
	"math"
	"slices"

	"taizhang/importer/finding"
	"taizhang/importer/grid"
)

// lockedHint says what to do with a file that an encryption program of the office locked.
const lockedHint = "请在装有加密软件的电脑上解密，重新保存或另存一份，用解密后的文件替换它；单位没有用加密软件的，是文件损坏了，请部门重新报送。"

// lockMarks are the words that programs which encrypt an office's files write at the beginning
// of each, in lower case, and what the program is called, "" where the word doesn't tell.
var lockMarks = []struct{ mark, program string }{
	{"e-safenet", "亿赛通"}, {"esafenet", "亿赛通"},
	{"%tsd-header", ""},
	{"ip-guard", "IP-guard"}, {"ipguard", "IP-guard"},
	{"chinasec", "Chinasec"}, {"docguard", "DocGuard"}, {"tipray", "绿盾"},
	{"fasoo", "Fasoo"}, {"drmone", "Fasoo"}, {"nasca drm", "NASCA"}, {"markany", "MarkAny"}, {"scdsa", "SoftCamp"}, {".pfile", "微软权限管理"},
}

// lockHead is how many bytes such a word stands in.
const lockHead = 512

// locked refuses a file that an encryption program locked: one that bears its mark, or one
// that is called a document, is of no kind that is known, and looks like noise. It returns nil
// for any other.
func locked(data []byte, file string) *grid.Refusal {
	head := bytes.ToLower(data[:min(len(data), lockHead)])
	for _, m := range lockMarks {
		if !bytes.Contains(head, []byte(m.mark)) {
			continue
		}
		if m.program == "" {
			return lockedBy("文件被文档加密软件加了密")
		}
		return lockedBy("文件被文档加密软件（" + m.program + "）加了密")
	}
	if isDocumentName(file) && isNoise(data) && !wasZip(data) {
		return lockedBy("内容是一片乱码，多半被单位的文档加密软件加了密")
	}
	return nil
}

func lockedBy(found string) *grid.Refusal {
	return &grid.Refusal{Code: finding.UnreadableFile, Found: found, Hint: lockedHint}
}

// isDocumentName reports whether a file is called what people fill in.
func isDocumentName(file string) bool {
	for _, f := range []format{formatXLSX, formatXLS, formatODS, formatDOCX, formatODT, formatCSV, formatText, formatHTML, formatXML} {
		if slices.Contains(f.endings(), ending(file)) {
			return true
		}
	}
	return slices.Contains([]string{".doc", ".dot", ".wps", ".wpt", ".xlsb", ".uof", ".uos", ".uot"}, ending(file))
}

// wasZip reports whether a file has the inner marks of a zip: one whose beginning is damaged
// looks like noise too.
func wasZip(data []byte) bool {
	return bytes.Contains(data, []byte("PK\x01\x02")) || bytes.Contains(data, []byte("PK\x03\x04")) || bytes.Contains(data, []byte("PK\x05\x06"))
}

// isNoise reports whether the bytes of a file are spread as evenly as chance spreads them. The
// first half, where a program may have left words and blank space, counts only where the rest
// is too short to tell.
func isNoise(data []byte) bool {
	const least, most = 512, 64 << 10
	if len(data) >= 2*least {
		data = data[len(data)/2:]
	}
	if len(data) < least {
		return false
	}
	data = data[:min(len(data), most)]
	var counts [256]int
	for _, b := range data {
		counts[b]++
	}
	n, bits := float64(len(data)), 0.0
	for _, count := range counts {
		if count > 0 {
			p := float64(count) / n
			bits -= p * math.Log2(p)
		}
	}
	// So few bytes of pure chance fall short of eight bits by about this much (Miller-Madow).
	short := 255 / (2 * n * math.Ln2)
	return bits > 8-short-0.2
}
