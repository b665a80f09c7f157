package status

import "testing"

// A piece stands for a status only where every word that begins with it says the same.
func TestBegun(t *testing.T) {
	for piece, want := range map[string]Status{
		"完": Completed, "滞": Behind, "常": Ongoing, " 推 ": InProgress,
		"未": NoStatus, "已": NoStatus, "不": NoStatus, "人": NoStatus, "完善": NoStatus, "": NoStatus,
	} {
		if got := Begun(piece); got != want {
			t.Errorf("%q: got %q, want %q", piece, got, want)
		}
	}
}
