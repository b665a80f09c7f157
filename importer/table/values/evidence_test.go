package values

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// TestIsEvidenceLooksQuickly: what a quick look passes over, the expression behind it finds nothing in.
func TestIsEvidenceLooksQuickly(t *testing.T) {
	pieces := append(strings.Fields("（ ） ( ) 配合 协助 牵头 我科 负责 附属设施 《 》 附 附件 附件1 号 〔2021〕 （2021） 12号 http:// https://a.b/c www. .pdf .docx .xlsx 通知 照片 台账 函 合同 进展 ： 图"), " ", "\n", "　", "")
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(rapid.SampledFrom(pieces), 0, 6).Draw(t, "pieces"), "")
		if got, want := IsEvidence(text), evidenceLike.MatchString(text); got != want {
			t.Errorf("%q is evidence: %v, want %v", text, got, want)
		}
	})
}
