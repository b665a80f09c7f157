package symbols

import "testing"

// A sign alone is a tick, an empty box, a cross, or ☒, which is either.
func TestMarkOf(t *testing.T) {
	for text, want := range map[string]Mark{
		"√": Ticked, "✅": Ticked, "☑": Ticked, " ● ": Ticked, "（√）": Ticked, "[ ✓ ]": Ticked, "□√": Ticked, "√□": Ticked, "☑\ufe0f": Ticked,
		"☐": Empty, "□": Empty, "[ ]": Empty, "（　）": Empty, "()": Empty, "◯": Empty, "☐☐": Empty,
		"×": Crossed, "❌": Crossed, "□×": Crossed, "☒": Checked, "[x]": Checked,
		"x": NoMark, "√×": NoMark, "☐已完成": NoMark, "": NoMark, "(": NoMark, "是": NoMark, "3": NoMark,
	} {
		if got := MarkOf(text); got != want {
			t.Errorf("MarkOf(%q) = %d, want %d", text, got, want)
		}
	}
}
