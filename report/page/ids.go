package page

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"sync"
)

// ids gives out names for files and folders, so that no path ever comes from a browser. An ID
// is good for this run.
type ids struct {
	secret [16]byte
	mu     sync.Mutex
	paths  map[string]string
}

func newIDs() *ids {
	i := &ids{paths: map[string]string{}}
	_, _ = rand.Read(i.secret[:]) // it ends the program rather than fail
	return i
}

// of gives out the ID of a path.
func (i *ids) of(path string) string {
	sum := sha256.Sum256(append(i.secret[:], path...))
	id := hex.EncodeToString(sum[:12])
	i.mu.Lock()
	defer i.mu.Unlock()
	i.paths[id] = path
	return id
}

// path returns what an ID was given out for; ok is false for any other.
func (i *ids) path(id string) (path string, ok bool) {
	i.mu.Lock()
	defer i.mu.Unlock()
	path, ok = i.paths[id]
	return path, ok
}
