package words

import "testing"

// Default is parsed once a run; its sections may not grow dear.
func BenchmarkDefault(b *testing.B) {
	for b.Loop() {
		Default()
	}
}
