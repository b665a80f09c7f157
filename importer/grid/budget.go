package grid

import "fmt"

// Budget is what one file may cost, whichever of its parts, sheets or records the cost comes
// from: bytes that are held in memory, and bytes that are gone through. What was held and let
// go again still counts, for the memory comes back later. A nil Budget counts nothing.
//
// Readers only count. The first cost beyond a limit stops every scanner of the file and is the
// refusal of the file.
type Budget struct {
	times  int // how many times the usual limits
	held   int
	walked int
	over   *Refusal
	stops  []**Refusal // of the scanners that read parts of the file
	large  func()
}

// NewBudget returns the budget of a file that may be so many times as large as a return. large
// is called once, before the file takes more memory than a return does; it may wait. It may be
// nil.
func NewBudget(times int, large func()) *Budget { return &Budget{times: times, large: large} }

// Hold counts bytes that are kept while the file is read.
func (b *Budget) Hold(bytes int) {
	if b == nil || b.over != nil {
		return
	}
	if b.held += bytes; b.held > largeHeld && b.large != nil {
		b.large()
		b.large = nil
	}
	if b.held > b.times*MaxHeld {
		b.Refuse(TooLarge("文件展开后太大，内存放不下", Megabytes(uint64(b.times*MaxHeld))))
	}
}

// Walk counts bytes that are gone through, once more each time that they are.
func (b *Budget) Walk(bytes int) {
	if b == nil || b.over != nil {
		return
	}
	if b.walked += bytes; b.walked > b.times*MaxWalked {
		b.Refuse(TooLarge(fmt.Sprintf("文件的同一内容反复引用，连起来超过 %s", Megabytes(uint64(b.times*MaxWalked))), Megabytes(uint64(b.times*MaxWalked))))
	}
}

// Refuse stops the reading of the file. The first refusal counts.
func (b *Budget) Refuse(bad *Refusal) {
	if b == nil || b.over != nil {
		return
	}
	b.over = bad
	for _, stop := range b.stops {
		if *stop == nil {
			*stop = bad
		}
	}
}

// Over returns the refusal, nil while the file keeps to its budget.
func (b *Budget) Over() *Refusal {
	if b == nil {
		return nil
	}
	return b.over
}

// Stops has the refusal set there too, where a scanner looks for it.
func (b *Budget) Stops(scanner **Refusal) {
	if b == nil {
		return
	}
	if *scanner == nil {
		*scanner = b.over
	}
	b.stops = append(b.stops, scanner)
}
