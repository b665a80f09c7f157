package returns

import (
	"math"
	"strings"

	"taizhang/importer/fold"
	"taizhang/importer/status"
)

// SaysSame reports whether two rows give the same answer, whatever they print around it and however
// they write a value: 54.6% in one file is 0.546 in another.
func (r Row) SaysSame(o Row) bool {
	return r.StandsAs(&o) && r.sharesAs(&o) && string(r.appendTexts(nil)) == string(o.appendTexts(nil))
}

// StandsAs reports whether two rows state the same status. A word that is a share states the status that the
// share stands for, and the share is compared by itself. Other words are compared as they stand where they
// tell how far a matter is, or how much of it.
func (r *Row) StandsAs(o *Row) bool {
	switch {
	case fold.Key(r.Status.Said) == fold.Key(o.Status.Said):
		return r.Status.Value == o.Status.Value
	case r.Status.Value != o.Status.Value:
		return false
	case r.isShare() || o.isShare():
		return true
	}
	switch r.Status.Value {
	case status.Completed, status.NotStarted, status.NotApplicable, status.Ongoing:
		return !strings.ContainsAny(r.Status.Said+o.Status.Said, figures)
	}
	return false
}

// isShare reports whether the word for the status is a share: 54.6%.
func (r *Row) isShare() bool { return r.Percent.Given() && r.Percent.Said == r.Status.Said }

// sharesAs reports whether two rows state the same share. Where only one states any, they don't.
func (r *Row) sharesAs(o *Row) bool {
	if r.Percent.Given() != o.Percent.Given() {
		return false
	}
	return math.Abs(r.Percent.Value-o.Percent.Value) < leastShare
}

// SharesAs reports whether a row states the same share as another one, or states a status and no share
// where the other's share stands for that status: 推进中 beside 26%.
func (r *Row) SharesAs(o *Row) bool {
	alone := r.isShare() && !o.Percent.Given() || o.isShare() && !r.Percent.Given()
	return r.sharesAs(o) || alone && r.StandsAs(o)
}

// leastShare is the difference in percent from which two shares are two: a program stores 54.6 as 54.60000000000001.
const leastShare = 1e-6

// figures are what a word counts with.
const figures = "0123456789０１２３４５６７８９一二三四五六七八九十百千万两半几多"

// Content returns all that the row answers, folded.
func (r *Row) Content() string {
	content, _ := r.AppendContent(nil)
	return string(content)
}

// AppendContent appends the row's Content. What was done, by far the longest part of it, it
// returns by itself too.
func (r *Row) AppendContent(b []byte) (content []byte, progress string) {
	progress = fold.Key(r.Progress.Value)
	for _, key := range []string{fold.Key(r.Status.Said), fold.Key(r.Percent.Said)} {
		b = append(append(b, key...), 0)
	}
	return r.appendRest(append(append(b, progress...), 0)), progress
}

// appendTexts appends the texts of the answer, folded: all but its status and its share.
func (r *Row) appendTexts(b []byte) []byte {
	return r.appendRest(append(append(b, fold.Key(r.Progress.Value)...), 0))
}

func (r *Row) appendRest(b []byte) []byte {
	add := func(key string) { b = append(append(b, key...), 0) }
	for _, s := range []string{r.CompletedOn.Value.String(), r.Problems.Value, r.NextSteps.Value, r.Remarks.Value} {
		add(fold.Key(s))
	}
	for _, e := range r.Evidence {
		add(fold.Key(e.Value))
	}
	return b
}
