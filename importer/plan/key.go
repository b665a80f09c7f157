package plan

import (
	"crypto/sha256"
	"encoding/hex"

	"taizhang/importer/fold"
)

// Key returns the requirement's key: the first 12 hex digits of the SHA-256 of the folded
// task, a line feed and the folded text. Forms, rulings and the look back go by it, so it
// must never change for the same words.
func Key(task, text string) string {
	sum := sha256.Sum256([]byte(fold.Key(task) + "\n" + fold.Key(text)))
	return hex.EncodeToString(sum[:])[:12]
}
