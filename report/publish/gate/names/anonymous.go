package names

import (
	"taizhang/importer/fold"
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// Anonymous finds persons whom only a surname names, where the sentence tells their private
// matter: 受理刘女士投诉, 投诉人系退休干部老周. Who knows the place knows them; each is doubtful. A
// surname without such a matter (李女士来电咨询) names nobody. A nickname behind a word for persons
// (受害人小芳), somebody's home (老陈家) and a name taken on the web need none.
func Anonymous(v view.View) []view.Hit {
	var hits []view.Hit
	for i := 0; i < len(v.Runes); i++ {
		if n := handle(v, i); n.found() {
			hits = append(hits, v.Hit(Handle, n.from, n.to, Handle.Name+" "+string(v.Runes[n.from])+"…"))
			i = n.to - 1
			continue
		}
		if n := nickname(v, i); n.found() {
			hits = append(hits, v.Hit(Doubtful, n.from, n.to, Doubtful.Name+" "+string(v.Runes[n.from:n.to])))
			i = n.to - 1
			continue
		}
		n := politeName(v, i)
		if !n.found() {
			n = familiarName(v, i)
		}
		if !n.found() {
			continue
		}
		if from, to := v.SentenceAround(i); !v.Holds(from, to, lexica.All().Grievances) || v.Holds(from, to, lexica.All().Praise) {
			continue
		}
		hits = append(hits, v.Hit(Doubtful, n.from, n.to, Doubtful.Name+" "+string(v.Runes[n.from:n.to])))
		i = n.to - 1
	}
	return hits
}

// politeName finds a surname with a form of address that begins at i: 刘女士, 欧阳先生.
func politeName(v view.View, i int) bareName {
	d := lexica.All()
	surname := surnameAt(v, i)
	n := v.HasAny(i+surname, d.Polite)
	if surname == 0 || n == 0 || surname == 1 && insideWord(v, i) {
		return bareName{}
	}
	if next := v.Rune(i + surname + n); next == '们' || next == '兵' || isFirm(v, i+surname+n) {
		return bareName{}
	}
	return bareName{from: i, to: i + surname + n}
}

// familiarName finds 老 or 小 with a surname that begins at i and stands as a name does: 老周.
func familiarName(v view.View, i int) bareName {
	d := lexica.All()
	if v.HasAny(i, d.Familiar) == 0 {
		return bareName{}
	}
	next := v.Rune(i + 1)
	if !d.Surname[next] || d.AlsoWord[next] || v.HasAny(i, d.NotFamiliar) > 0 || !nameMayEnd(v, i+2) {
		return bareName{}
	}
	if fold.IsHan(v.Rune(i-1)) && !v.Gap[i] && !v.EndsWithAny(i, d.Citizens) && !v.EndsWithAny(i, d.Leading) && !v.EndsWithAny(i, d.Copulas) && !v.EndsWithAny(i, d.NameLabels) && !v.EndsWithAny(i, d.PersonEnds) {
		return bareName{}
	}
	return bareName{from: i, to: i + 2}
}
