package status

import (
	"testing"

	"taizhang/templates/words"
)

func BenchmarkNew(b *testing.B) {
	w := words.Default()
	for b.Loop() {
		New(w)
	}
}

func BenchmarkCell(b *testing.B) {
	g := New(words.Default())
	for name, text := range map[string]string{
		"word": "正在推进", "ticked": "√", "grammar": "均已落实到位", "spoken": "还没弄完", "dated": "已于9月20日全部完成，材料见附件", "noun": "信息公开办公室",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Cell(text)
			}
		})
	}
}

func BenchmarkSentence(b *testing.B) {
	g := New(words.Default())
	for name, text := range map[string]string{
		"60":   "通过政府网站、微信公众号等渠道主动公开财政信息8条、执法信息12条，组织业务培训2次，参训人员60人次，群众满意度较高，反响良好。",
		"100":  "今年以来，我局认真贯彻落实政务公开工作要求，通过政府网站、微信公众号等渠道主动公开信息46条，其中财政信息8条、执法信息12条，群众满意度较高，并组织开展业务培训2次，参训人员60人次。下一步将持续加强信息公开工作。",
		"done": "已完成。按照年度工作要点要求，组织各股室开展自查自纠，共梳理问题12个，制定整改措施15条，均已落实到人，并建立长效机制。",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Sentence(text)
			}
		})
	}
}

func BenchmarkAgainst(b *testing.B) {
	g := New(words.Default())
	for name, text := range map[string]string{
		"one clause": "对照任务清单，办公室开展自查33次，发现问题2个，均已建立整改台账，召开专题会议73次，正式印发工作方案39份，明确责任人和完成时限。",
		"none":       "计划财务股通过政府网站、微信公众号等渠道主动公开财政信息8条、执法信息12条，组织业务培训2次，参训人员60人次，群众满意度较高，反响良好。",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Against(text, Completed)
				g.Against(text, InProgress)
			}
		})
	}
}

func BenchmarkLegend(b *testing.B) {
	g := New(words.Default())
	for name, text := range map[string]string{
		"legend": "注：●已完成　◐正在推进　○还没动　★长期抓　▲慢于序时",
		"prose":  "通过政府网站、微信公众号等渠道主动公开财政信息8条、执法信息12条，组织业务培训2次，参训人员60人次，群众满意度较高，反响良好。",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Legend(text)
			}
		})
	}
}

// BenchmarkCodes looks for explained letters among ordinary answers, which hold figures and brackets.
func BenchmarkCodes(b *testing.B) {
	g := New(words.Default())
	for name, text := range map[string]string{
		"codes": "填写说明：W完成，T推进，C常态",
		"prose": "今年以来，走访企业和村(社区)79家，收集意见建议52条，走访企业和村(社区)95家，收集意见建议74条，公开内容经三级审核后上网，未发现错漏。",
		"plain": "通过政府网站、微信公众号等渠道主动公开财政信息，组织业务培训，群众满意度较高，反响良好。",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				g.Codes(text)
			}
		})
	}
}
