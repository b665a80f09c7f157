package collect

import (
	"os"
	"path/filepath"
	"strings"
)

// FormsFolder is where forms are written.
const FormsFolder = "下发"

// KeptFolder is where the forms lie that others were written over, inside their own folder.
const KeptFolder = "历史"

// FormsIn counts the forms that lie in a folder, in one folder of a quarter or in none.
func FormsIn(folder string) (n int) {
	filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		switch {
		case err != nil:
			return nil // there are none yet
		case d.IsDir() && (d.Name() == KeptFolder || strings.HasPrefix(d.Name(), ".")):
			return filepath.SkipDir
		case !d.IsDir() && strings.HasSuffix(d.Name(), ".xlsx") && !strings.HasPrefix(d.Name(), "~$"):
			n++
		}
		return nil
	})
	return n
}
