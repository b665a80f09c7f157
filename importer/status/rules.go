package status

import (
	"regexp"
	"strings"
	"unicode/utf8"
)

// How firmly a clause says its status.
const (
	firm   = iota // of the requirement as a whole: 已全部完成
	ofDeed        // of a deed or a part that it names: 已完成修订
	byForm        // by its form alone, the verb is not known; or by a deed handed over
)

// meaning is what one clause says.
type meaning struct {
	status Status
	hold   int // firm, ofDeed or byForm
}

// rule gives the clauses of one form their status.
type rule struct {
	form   shape
	status Status
	hold   int
	most   int // characters of the clause, 0 for any number
}

// The forms are written over the classes of a clause's words. A clause with a negation,
// with a plan, and with neither are three grammars.
var (
	negated = []rule{
		{form(`[csktNMCVKDWAXBPgjeSZ]*(?:d[SZ])?n[tdwbmcMCge@Y]*(?:[TURDK]|[VAWBXJ1][tdw]*[TR]|[hH]?Q|hk)[TURDKVWkltcMYCQN%]*`), Behind, firm, 0},
		{form(`[csktNMCVKDWAXBPgjeuvi]*(?:d[SZ])?n[tdwbmcMCge@Y]*(?:[TUDK]|[VAWBX][tdw]*[TR]|[hH]?Q)[TURDKVWkltcMYCQN%]*`), Behind, byForm, 20},
		{form(`[cskted]*n[cwted]*[iv]Rl*`), Behind, byForm, 8},
		{form(`[csk]*n[cbt]*w[wct]*[J1][l4zR]*`), Behind, byForm, 8},
		{form(`[csk]*[cd]*n[cbw]*V`), NotStarted, byForm, 6},
		{form(`[csktedbC]*n[cbw]*J[l4]*|[csk]*n[c]*5l*`), NotStarted, byForm, 8},
		{form(`[csktNCVKDWAXPje]*n[wcMCb@k]*(?:B[BVAXWDKkl]*|A[AXVKkl]*|X[Akl]*)`), NotStarted, firm, 0},
		{form(`[csktNVKDWAXPjeuvi]*n[wcMCb@k]*(?:B[BVAXWDKkl]*|A[AXVKkl]*)`), NotStarted, byForm, 20},
	}
	planned = []rule{
		{form(`[cskNVKDWPt]*p[pcMC@wN]*(?:B[BVAXWDKk]*|A[AVKk]*)`), NotStarted, firm, 0},
		{form(`[csktNVAXWjgKD]*[dc]*Y?L@?[pQkjo]*`), Behind, firm, 0},
	}
	plain = []rule{
		{form(`[csk]*2[J1]?[TRl]*|[cskt]*gd?h?Q|[csktdw]*g[ctd]*[J1]?R+l*`), InProgress, byForm, 10},
		{form(`[cskt]*Rl+`), Completed, byForm, 4}, // 成了, 都好了
		{form(`[cskt]*d[cdt]*[J1]Rl*|[csk]*t[dct]*[J1]R+l*|[csk]*[J1]R+l`), Completed, byForm, 8},
		{form(`[csk]*e+[efbmc]*a[mbfw]*[VAXWKBJ1]+[lz4]*|[csk]*e+[efb]*I|[csk]*3[efb]*[VAXBKDJ1]|[csk]*[e3]t[VAXBKDJ1]`), Ongoing, byForm, 10},
		{form(`[cske]*a[ambwfetc]*(?:[J1]R?|i)[z4]?l*|[cskabm]*[VAXWKDBJ1v]4l*|[csk]*[J1]z|[cskt]*[mb]+[J1][l4]*|[csk]*Bl`), InProgress, byForm, 8},
		{form(`[csk]*[uv]y|[csk]*[uv][VAXWKDB]+y`), InProgress, byForm, 10},
		{form(`[csktN]*d?T[VWAXBuv]+y`), InProgress, ofDeed, 0},
		{form(`[csktNMCVAXWjgKDPB]*d?[ctYe]*[SLZ][@d]?[QkjcMCl]*`), Behind, firm, 0},
		{form(`[csktNMCVAXWjgKDPB]*d?[ctYe]*[SLZ][@d]?[QkjcMCNl]*`), Behind, ofDeed, 0}, // 超期299件 tells of some
		{form(`[cskN]*Zd?Tl?`), Completed, firm, 0},
		{form(`[csktNMCVKDWAXPdwbgx@e]*[gPx][csktNMCVKDWAXPdwbgxl@e]*[TURDKBAXVW][TURDKBVAXWkltwbcPfNea]*`), InProgress, firm, 0},
		{form(`[csktNMCVKDWdwbl@u]*[TU][tcNMCVKDWl]*[gP][VKDWPgktNl]*`), InProgress, ofDeed, 0},
		{form(`.*[gPx].*[TU].*|.*[TU].*[gP].*`), InProgress, byForm, 24},
		{form(`[csktNMVKDWdwb@]*[TU]lt?C[kVKDNl]*|[csktNMVKDWdwb@]*Tt?C[kVKDNl]*|[cst]*C[kiN]+[cdtwb]*T.*`), InProgress, ofDeed, 0},
		{form(`[cskNMCVKDdtwb@]*[dtw][cskNMCVKDdtwb@]*[UT][UTDVKRlktcM@N]*|[csktNVKDwbM@]*T[UTDVKRlktcM@N]*`), Completed, firm, 0},
		{form(`[csktNdwbc]*[VKAXD]+[tdwb]*R+[lk]*`), Completed, ofDeed, 0},
		{form(`[cskNMc@wb]*t*[wb]*d[tdwbcM@]*[DK][DKcM@]*[lk]*|[csk]*t+[DK]l?`), Completed, byForm, 0},
		{form(`[cskdtw]*[uv]Rl?`), Completed, byForm, 8},
		{form(`[cskt]*(?:diRl?|iRl)`), Completed, byForm, 6},
		{form(`[csktaN]*I[czky]*`), InProgress, firm, 0},
		{form(`[csktNVWK]*[cE]*a[ambwfetc]*[VAXWKDBETUF][VAXWKDBkNUTcyz]*`), InProgress, firm, 0},
		{form(`[csktNVWK]*[cE]*a[ambwfetc]*[VAXWKDB][VAXWKDBkNUTcyzuvi]*`), InProgress, ofDeed, 24},
		{form(`[csk]*a[ambwfetc]*[uv]z?`), InProgress, byForm, 8},
		{form(`[csktNVWKDmbwfeaPAX]*[VAXWKDBETUP]k?z`), InProgress, firm, 0},
		{form(`[cskambwfe]*[uv]z`), InProgress, byForm, 6},
		{form(`[cskadN]*E?[VAXWKDBTUP]+y|[cska]*E[uv]y|[cskd]*E[VWAXUKB]+y?`), InProgress, firm, 12},
		{form(`[csktNjVWK]*[ambf]*[mb][mbwfcet]*(?:[AXVKBW])[AXVKBkzW]*`), InProgress, firm, 0},
		{form(`[csk]*X`), InProgress, byForm, 6},
		{form(`[csk]*t[mbw]*[AXB][AXVk]*|[csk]*BV`), InProgress, firm, 0},
		{form(`[csktNbmCM@]*d[tcmbwN@CM]*B[BVAXWKkl]*`), InProgress, firm, 0},
		{form(`[cskjdNVAXb]*[hHb]+@?Q[kjXAVzb]*|[csk]*H@?j|[cskjdNVAX]*b[jzQ]+`), InProgress, firm, 0},
		{form(`[cskgtYN]*[jXVAkB][Ytc]*[mbG]+`), InProgress, ofDeed, 0},
		{form(`[csktdE]*e[efbmtw]*k?[mbf]*[VAXBKDW]*[kl]?`), Ongoing, firm, 0},
		{form(`[cskt]*[ef]*e[ef]*[VAXBKDWJ1]4?l*`), Ongoing, byForm, 8},
		{form(`[cskt]*f[ef]*[VAXBKDWJ1]*[kR]?`), Ongoing, ofDeed, 10},
		{form(`[cskt]*[ef]+v`), Ongoing, byForm, 8},
		{form(`[csktd]*[VAXWKDJ1]l?g`), InProgress, byForm, 8},
	}
)

// clause reads one clause, folded and without spaces.
func (g *Grammar) clause(plainText string) meaning {
	if plainText == "" || len(plainText) > 4*longestClause {
		return meaning{}
	}
	return g.clauseOf(plainText, g.lex(plainText))
}

// clauseOf is clause for a text that was taken apart already.
func (g *Grammar) clauseOf(plainText string, p parsed) meaning {
	if plainText == "" || len(plainText) > 4*longestClause {
		return meaning{}
	}
	if notOurs(plainText) {
		return meaning{status: NotApplicable}
	}
	return g.meaningOf(plainText, p)
}

func (g *Grammar) meaningOf(text string, p parsed) meaning {
	if s := g.alone(text, p); s != NoStatus {
		return meaning{s, byForm}
	}
	if asksStage.MatchString(text) {
		return meaning{}
	}
	if noEnd.MatchString(text) {
		return meaning{Ongoing, byForm}
	}
	if p.has("SL") && lagsBy.MatchString(text) {
		return meaning{Behind, firm}
	}
	if remains.MatchString(p.form) {
		return withRemainder(p)
	}
	switch {
	case p.has("qr") || p.size > longestClause:
		return meaning{}
	case p.has("n"):
		if strings.Count(p.form, "n") > 1 || p.has("po") || countsNone(p) {
			return meaning{} // 不是未完成, 可能无法完成, 未完成0项
		}
		m := first(negated, p)
		if m.status == NotStarted && (cannot(p) || p.has("J5V") && isRefusal(p)) {
			return meaning{} // 无法开展 is neither begun nor simply not begun, 不办 is no 没办
		}
		return m
	case p.has("po"):
		if p.has("d") {
			return meaning{}
		}
		return first(planned, p)
	}
	if p.has("%") {
		return withShare(p)
	}
	m := first(plain, p)
	if m.status == Completed && !trulyCompleted(p) {
		return meaning{}
	}
	return m
}

// asksStage is a name of what is asked, which says of nothing how far it is: 所处阶段, 哪个阶段.
var asksStage = regexp.MustCompile(`^(?:目前|当前|现)?(?:所|哪|何|什么)\p{Han}{0,3}(?:阶段|环节|时期)$`)

// noEnd is a clause that says of work that it has no end, and not that it is not done: 没个完, 没完没了.
var noEnd = regexp.MustCompile(`^没有?个(?:完|头|底|尽头)$|^没完没了$|^没有?(?:尽头|止境)$`)

// lagsBy is a clause that says by how long something lags: 目前滞后约20天.
var lagsBy = regexp.MustCompile(`^(?:目前|现|当前|整体|总体|进度|工期|已|较|比|计划|序时|要求)*(?:滞后|落后|拖后|延误|慢)了?(?:约|近|将近|大约|不到|超过)?[0-9一二两三四五六七八九十半]+多?个?半?(?:天|日|周|星期|旬|月|季度)(?:左右|以上)?$`)

// countsNone reports a count of zero.
func countsNone(p parsed) bool {
	for _, w := range p.words {
		if w.class == count && strings.Trim(w.text, "0.项条件个次份处户") == "" {
			return true
		}
	}
	return false
}

// cannot reports a negation that tells of what is impossible: 无法, 不能.
func cannot(p parsed) bool {
	for _, w := range p.words {
		if w.class == not && strings.ContainsAny(w.text, "能法难会") {
			return true
		}
	}
	return false
}

// longestClause is how many characters a clause may have that is a status.
const longestClause = 40

// first returns the meaning of the first rule that a clause fits.
func first(rules []rule, p parsed) meaning {
	held := setOf(p.form)
	for i := range rules {
		r := &rules[i]
		if (r.most == 0 || p.size <= r.most) && r.form.fits(held) && r.form.whole.MatchString(p.form) {
			return meaning{r.status, r.hold}
		}
	}
	return meaning{}
}

// trulyCompleted holds a completion against what its form does not show: a month without
// 已 may be still to come, a quarter is a part unless it is when it was completed, a count
// is a part unless it is all (共5项), what stands before a spoken 弄完 may be a wish or a part of
// the task (想弄完了, 图弄完了), and 验收 alone is a name.
func trulyCompleted(p parsed) bool {
	perfect := p.has("d") || strings.HasSuffix(p.form, "l")
	switch {
	case strings.Contains(p.form, "M") && !perfect:
		return false
	case p.has("C") && !(perfect && strings.Contains(p.form, "@C")):
		return false
	case p.has("N") && !p.has("t") && !countsAll(p):
		return false
	case guessesWho(p):
		return false
	case p.form[0] == unknown && !p.has("tR"):
		return false
	}
	return true
}

// countsAll reports a count that says that it is all there is: 共5项.
func countsAll(p parsed) bool {
	for _, w := range p.words {
		if w.class == count && (strings.HasPrefix(w.text, "共") || strings.HasPrefix(w.text, "总")) {
			return true
		}
	}
	return false
}

// guessesWho reports an unknown word before 完 or 好 that may hold more than the verb.
func guessesWho(p parsed) bool {
	for i := 1; i < len(p.words); i++ {
		w := &p.words[i-1]
		if p.words[i].class != result || utf8.RuneCountInString(p.words[i].text) > 1 {
			continue
		}
		if w.class == unknown || w.class == verb && !w.allVerbs && w.endsInVerb {
			return true
		}
	}
	return false
}
