// Package window readies the console window that the program runs in, which matters on
// Windows alone: Chinese has to be shown right whatever the system's code page, colours
// have to be switched on, and a window that opened for this program only, because its icon
// was double-clicked or a folder dropped on it, would close before anybody has read it.
package window

// Window is the console that the program runs in.
type Window struct {
	Own   bool // opened for this program alone: it closes when the program ends
	close []func()
}

// Close leaves the console as it was found.
func (w Window) Close() {
	for _, undo := range w.close {
		undo()
	}
}
