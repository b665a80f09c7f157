package chars

import (
	"strings"

	"golang.org/x/text/unicode/norm"
)

// FoldRadicals writes radicals and compatibility ideographs as the ordinary characters that
// they look like: text that is copied out of a PDF is full of them (⼯⽅⻋ for 工方车), and
// neither matches anything nor can be printed with most fonts.
func FoldRadicals(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= firstSupplement && r < firstSupplement+rune(len(supplement)):
			return supplement[r-firstSupplement]
		case r >= 0x2F00 && r <= 0x2FD5, r >= 0xF900 && r <= 0xFAFF:
			if plain := []rune(norm.NFKC.String(string(r))); len(plain) == 1 {
				return plain[0]
			}
		}
		return r
	}, s)
}

// HoldsRadicals reports whether a text holds any character that foldRadicals may write
// otherwise. It looks at bytes: U+2E80 to U+2FFF begin with E2 BA to E2 BF, U+F900 to U+FAFF
// with EF A4 to EF AB.
func HoldsRadicals(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] == 0xE2 && s[i+1] >= 0xBA || s[i] == 0xEF && s[i+1] >= 0xA4 && s[i+1] <= 0xAB {
			return true
		}
	}
	return false
}

const firstSupplement = 0x2E80

// supplement is the block of CJK radicals from U+2E80 on, each as the character that looks
// the same (Unicode, EquivalentUnifiedIdeograph). Unicode decomposes two of them only. Those
// without such a character stand for themselves.
var supplement = []rune("⺀厂乛乚乙亻冂⺇刀刂卜㔾小小兀尣尢⺑巳幺彑彐忄心扌攵⺚旡日月歺母民氵氺灬爫爫丬牛犭王疋罒示礻竹糹纟罓罒网" +
	"⺴⺵羊⺷羋耂肀聿肉臼艹艹艹虎衤覀西见角⻇讠贝足车辶辶辶阝钅長镸长门阜阝雨青韦页风飞食⻞飠饣⻡马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟")
