package publish

import (
	"strings"
	"sync"

	"taizhang/templates/gate"
)

// lexica are the lists of templates/gate, folded as a view is and ready to be looked for.
type lexica struct {
	surname        map[rune]bool
	surnames       *letters
	alsoWord       map[rune]bool // surnames that are more often part of a word
	given          map[rune]bool // characters that most given names are made of
	doubleSurnames lexicon
	everyday       lexicon // words that begin with what may be a surname

	nameLabels, colonLabels, citizens, titles, folkTitles                 lexicon
	afterNames, firms, wellKnown, publicBefore                            lexicon
	publicBehind, offices, notNames, notNameEnds                          lexicon
	leading, privateAction                                                lexicon
	dwelling, streets, doors, premises                                    lexicon
	phoneLabels, publicPhones, shortLabels, idLabels                      lexicon
	accountLabels, codeLabels, endings, endingOf                          lexicon
	socialLabels, atSigns, births                                         lexicon
	grades, marks, seams, gradeColons, gradeLabels                        lexicon
	copulas, aboutBefore, aboutAfter, laws                                lexicon
	identityLabels, passportLabels                                        lexicon // of idLabels: which document it is
	chores, charges, innerPosts                                           lexicon // what is done inside the house, and by whom
	polite, notFamiliar, grievances, praise                               lexicon // surnames alone, and what makes them private
	nameStarts, addressStarts, markStarts                                 *letters
	placeEnds, personEnds, ofFame, privateTopics, households, accountWays lexicon
	behindNames                                                           lexicon       // behind which a name ends: 老人, 反映
	matters                                                               []gate.Matter // what is not said outside
}

// lex returns the lists; they are read when a gate first needs them.
var lex = sync.OnceValue(func() *lexica {
	l := gate.Default()
	d := &lexica{surname: charactersOf(l.Surnames), alsoWord: charactersOf(l.AlsoWords), given: charactersOf(l.Given)}
	for _, list := range []struct {
		into *lexicon
		from string
	}{
		{&d.doubleSurnames, l.DoubleSurnames}, {&d.everyday, l.Everyday},
		{&d.nameLabels, l.NameLabels}, {&d.colonLabels, l.ColonLabels}, {&d.citizens, l.Citizens}, {&d.titles, l.Titles}, {&d.folkTitles, l.FolkTitles},
		{&d.afterNames, l.AfterNames}, {&d.firms, l.Firms}, {&d.wellKnown, l.WellKnown}, {&d.publicBefore, l.PublicBefore},
		{&d.publicBehind, l.PublicBehind}, {&d.offices, l.Offices}, {&d.notNames, l.NotNames}, {&d.notNameEnds, l.NotNameEnds},
		{&d.leading, l.Leading}, {&d.placeEnds, strings.Join(strings.Split(l.PlaceEnds, ""), " ")}, {&d.ofFame, l.OfFame}, {&d.personEnds, strings.Join(strings.Split(l.PersonEnds, ""), " ")}, {&d.privateTopics, l.PrivateTopics}, {&d.households, l.Households}, {&d.accountWays, l.AccountWays}, {&d.privateAction, l.PrivateAction},
		{&d.dwelling, l.Dwelling}, {&d.streets, l.Streets}, {&d.doors, l.Doors}, {&d.premises, l.Premises},
		{&d.phoneLabels, l.PhoneLabels}, {&d.publicPhones, l.PublicPhones}, {&d.shortLabels, l.ShortLabels}, {&d.idLabels, l.IDLabels},
		{&d.accountLabels, l.AccountLabels}, {&d.codeLabels, l.CodeLabels}, {&d.endings, l.Endings}, {&d.endingOf, l.EndingOf},
		{&d.socialLabels, l.SocialLabels}, {&d.atSigns, l.AtSigns}, {&d.births, l.Births},
		{&d.grades, l.Grades}, {&d.marks, l.Marks}, {&d.seams, l.Seams}, {&d.gradeColons, l.GradeColons}, {&d.gradeLabels, l.GradeLabels},
		{&d.identityLabels, l.IdentityLabels}, {&d.passportLabels, l.PassportLabels}, {&d.chores, l.Chores}, {&d.charges, l.Charges}, {&d.innerPosts, l.InnerPosts},
		{&d.polite, l.Polite}, {&d.notFamiliar, l.NotFamiliar}, {&d.grievances, l.Grievances}, {&d.praise, l.Praise},
		{&d.copulas, l.Copulas}, {&d.aboutBefore, l.AboutBefore}, {&d.aboutAfter, l.AboutAfter}, {&d.laws, l.Laws},
	} {
		*list.into = wordsOf(list.from)
	}
	d.afterNames = d.afterNames.with(d.chores, d.publicBehind)
	d.surnames = startsOf(l.Surnames, d.doubleSurnames)
	d.matters = l.Matters
	d.nameStarts = startsOf("", d.nameLabels, d.colonLabels, d.titles)
	d.addressStarts = startsOf("@(微#"+provinces, d.socialLabels, d.atSigns)
	d.markStarts = startsOf("㊙", d.grades, d.marks)
	d.behindNames = d.folkTitles.with(d.privateAction)
	return d
})

func charactersOf(s string) map[rune]bool {
	set := map[rune]bool{}
	for _, r := range s {
		set[plain(r)] = true
	}
	return set
}

// wordsOf splits a text at its spaces into words, folded as a view is.
func wordsOf(text string) lexicon {
	var words [][]rune
	for _, s := range strings.Fields(text) {
		var w []rune
		for _, r := range s {
			w = append(w, plain(r))
		}
		words = append(words, w)
	}
	return lexiconOf(words)
}
