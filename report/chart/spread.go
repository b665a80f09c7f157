package chart

// spread places labels along an axis: each as near to where it wants to be as its
// neighbours and the frame allow, in their order, none overlapping. wanted are the
// middles, sizes the lengths including the gap. It returns the middles. Where the labels
// don't fit, they are spread evenly and overlap.
func spread(wanted, sizes []float64, low, high float64) []float64 {
	// Labels that touch form a block, which sits at the mean of what its members want.
	type block struct {
		first, last int
		size, pull  float64 // pull is the sum of where the block's start should be
	}
	start := func(b block) float64 {
		at := b.pull / float64(b.last-b.first+1)
		return max(low, min(at, high-b.size))
	}
	var blocks []block
	for i := range wanted {
		b := block{i, i, sizes[i], wanted[i] - sizes[i]/2}
		for len(blocks) > 0 {
			before := blocks[len(blocks)-1]
			if start(before)+before.size <= start(b) {
				break
			}
			blocks = blocks[:len(blocks)-1]
			n := float64(b.last - b.first + 1)
			b = block{before.first, b.last, before.size + b.size, before.pull + b.pull - n*before.size}
		}
		blocks = append(blocks, b)
	}
	middles := make([]float64, len(wanted))
	for _, b := range blocks {
		at := start(b)
		for i := b.first; i <= b.last; i++ {
			middles[i] = at + sizes[i]/2
			at += sizes[i]
		}
	}
	return middles
}
