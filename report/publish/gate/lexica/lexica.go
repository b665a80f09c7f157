// Package lexica holds the lists of templates/gate, folded as a view is and ready to be looked for.
package lexica

import (
	"strings"
	"sync"

	"taizhang/report/publish/gate/view"
	"taizhang/templates/gate"
)

// Lexica are the lists, each named after its field of gate.Lists.
type Lexica struct {
	Surname        map[rune]bool
	Surnames       *view.Letters
	AlsoWord       map[rune]bool // surnames that are more often part of a word
	Given          map[rune]bool // characters that most given names are made of
	DoubleSurnames view.Lexicon
	Everyday       view.Lexicon // words that begin with what may be a surname

	NameLabels, ColonLabels, Citizens, Titles, FolkTitles                 view.Lexicon
	AfterNames, Firms, WellKnown, PublicBefore                            view.Lexicon
	PublicBehind, Offices, NotNames, NotNameEnds                          view.Lexicon
	Leading, PrivateAction                                                view.Lexicon
	Dwelling, Streets, Doors, Premises                                    view.Lexicon
	PhoneLabels, PublicPhones, ShortLabels, IDLabels                      view.Lexicon
	AccountLabels, CodeLabels, Endings, EndingOf                          view.Lexicon
	SocialLabels, AtSigns, Births                                         view.Lexicon
	Grades, Marks, Seams, GradeColons, GradeLabels                        view.Lexicon
	Copulas, AboutBefore, AboutAfter, Laws                                view.Lexicon
	IdentityLabels, PassportLabels                                        view.Lexicon // of idLabels: which document it is
	Chores, Charges, InnerPosts                                           view.Lexicon // what is done inside the house, and by whom
	Polite, NotFamiliar, Grievances, Praise                               view.Lexicon // surnames alone, and what makes them private
	NotNicknames, Handles, NotHandles, Answering, AmongThem               view.Lexicon // nicknames, and names taken on the web
	NameStarts, AddressStarts, MarkStarts                                 *view.Letters
	PlaceEnds, PersonEnds, OfFame, PrivateTopics, Households, AccountWays view.Lexicon
	BehindNames                                                           view.Lexicon // behind which a name ends: 老人, 反映
	Familiar, Provinces                                                   view.Lexicon // single characters, as are the next two lines
	RoadEnds, NotDwelling, NotDoors, FlatMeasures                         view.Lexicon
	BeforeSurname, AfterSurname, Measures, MobileMeasures, Denials        view.Lexicon
	Called, FirmMarks, NotPublic                                          view.Lexicon
	MobileCounts, InnerUnits                                              view.Lexicon
	Matters                                                               []gate.Matter // what is not said outside
}

// All returns the lists; they are read when a gate first needs them.
var All = sync.OnceValue(func() *Lexica {
	l := gate.Default()
	d := &Lexica{Surname: view.Characters(l.Surnames), AlsoWord: view.Characters(l.AlsoWords), Given: view.Characters(l.Given)}
	for _, list := range []struct {
		into *view.Lexicon
		from string
	}{
		{&d.DoubleSurnames, l.DoubleSurnames}, {&d.Everyday, l.Everyday},
		{&d.NameLabels, l.NameLabels}, {&d.ColonLabels, l.ColonLabels}, {&d.Citizens, l.Citizens}, {&d.Titles, l.Titles}, {&d.FolkTitles, l.FolkTitles},
		{&d.AfterNames, l.AfterNames}, {&d.Firms, l.Firms}, {&d.WellKnown, l.WellKnown}, {&d.PublicBefore, l.PublicBefore},
		{&d.PublicBehind, l.PublicBehind}, {&d.Offices, l.Offices}, {&d.NotNames, l.NotNames}, {&d.NotNameEnds, l.NotNameEnds},
		{&d.Leading, l.Leading}, {&d.PlaceEnds, each(l.PlaceEnds)}, {&d.OfFame, l.OfFame}, {&d.PersonEnds, each(l.PersonEnds)}, {&d.PrivateTopics, l.PrivateTopics}, {&d.Households, l.Households}, {&d.AccountWays, l.AccountWays}, {&d.PrivateAction, l.PrivateAction},
		{&d.Dwelling, l.Dwelling}, {&d.Streets, l.Streets}, {&d.Doors, l.Doors}, {&d.Premises, l.Premises},
		{&d.PhoneLabels, l.PhoneLabels}, {&d.PublicPhones, l.PublicPhones}, {&d.ShortLabels, l.ShortLabels}, {&d.IDLabels, l.IDLabels},
		{&d.AccountLabels, l.AccountLabels}, {&d.CodeLabels, l.CodeLabels}, {&d.Endings, l.Endings}, {&d.EndingOf, l.EndingOf},
		{&d.SocialLabels, l.SocialLabels}, {&d.AtSigns, l.AtSigns}, {&d.Births, l.Births},
		{&d.Grades, l.Grades}, {&d.Marks, l.Marks}, {&d.Seams, l.Seams}, {&d.GradeColons, l.GradeColons}, {&d.GradeLabels, l.GradeLabels},
		{&d.IdentityLabels, l.IdentityLabels}, {&d.PassportLabels, l.PassportLabels}, {&d.Chores, l.Chores}, {&d.Charges, l.Charges}, {&d.InnerPosts, l.InnerPosts},
		{&d.Polite, l.Polite}, {&d.NotFamiliar, l.NotFamiliar}, {&d.Grievances, l.Grievances}, {&d.Praise, l.Praise},
		{&d.NotNicknames, l.NotNicknames}, {&d.Handles, l.Handles}, {&d.NotHandles, l.NotHandles}, {&d.Answering, l.Answering}, {&d.AmongThem, l.AmongThem},
		{&d.Familiar, each(l.Familiar)}, {&d.Provinces, each(l.Provinces)}, {&d.RoadEnds, each(l.RoadEnds)}, {&d.NotDwelling, each(l.NotDwelling)}, {&d.NotDoors, each(l.NotDoors)}, {&d.FlatMeasures, each(l.FlatMeasures)},
		{&d.BeforeSurname, each(l.BeforeSurname)}, {&d.AfterSurname, each(l.AfterSurname)}, {&d.Measures, each(l.Measures)}, {&d.MobileMeasures, each(l.MobileMeasures)}, {&d.Denials, each(l.Denials)},
		{&d.MobileCounts, l.MobileCounts}, {&d.InnerUnits, l.InnerUnits}, {&d.Called, l.Called}, {&d.FirmMarks, each(l.FirmMarks)}, {&d.NotPublic, l.NotPublic},
		{&d.Copulas, l.Copulas}, {&d.AboutBefore, l.AboutBefore}, {&d.AboutAfter, l.AboutAfter}, {&d.Laws, l.Laws},
	} {
		*list.into = view.Words(list.from)
	}
	d.AfterNames = d.AfterNames.With(d.Chores, d.PublicBehind)
	d.Surnames = view.Starts(l.Surnames, d.DoubleSurnames)
	d.Matters = l.Matters
	d.NameStarts = view.Starts("", d.NameLabels, d.ColonLabels, d.Titles)
	d.AddressStarts = view.Starts("@(微#", d.Provinces, d.SocialLabels, d.AtSigns)
	d.MarkStarts = view.Starts("㊙", d.Grades, d.Marks)
	d.BehindNames = d.FolkTitles.With(d.PrivateAction)
	return d
})

// each parts the characters of a list of single ones.
func each(characters string) string { return strings.Join(strings.Split(characters, ""), " ") }
