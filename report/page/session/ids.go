// Package session holds what lasts as long as the program runs: the names that it has given out for
// paths, and which pages are open.
package session

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// IDs gives out names for files and folders, so that no path ever comes from a browser. An ID
// is good for this run.
type IDs struct {
	secret [16]byte
	mu     sync.Mutex
	paths  map[string]string
}

// NewIDs begins without a name.
func NewIDs() *IDs {
	i := &IDs{paths: map[string]string{}}
	_, _ = rand.Read(i.secret[:]) // it ends the program rather than fail
	return i
}

// Of gives out the ID of a path.
func (i *IDs) Of(path string) string {
	sum := sha256.Sum256(append(i.secret[:], path...))
	id := hex.EncodeToString(sum[:12])
	i.mu.Lock()
	defer i.mu.Unlock()
	i.paths[id] = path
	return id
}

// Path returns what an ID was given out for; ok is false for any other.
func (i *IDs) Path(id string) (path string, ok bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	path, ok = i.paths[id]
	return path, ok
}
