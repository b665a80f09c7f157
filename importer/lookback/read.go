package lookback

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"hash"
	"io"

	"golang.org/x/text/encoding"
	"golang.org/x/text/transform"
)

// Limits on what a ledger may hold; one beyond them is refused as a whole.
const (
	maxBytes        = 512 << 20 // a year of 1,000 returns takes about 30 MB
	maxRequirements = 20_000
	maxText         = 64 << 10 // bytes of one text
)

// Refusal is why a file is no ledger that can be looked back on, in words for a clerk.
type Refusal struct{ Why string }

func (r *Refusal) Error() string { return r.Why }

func refuse(format string, args ...any) error { return &Refusal{fmt.Sprintf(format, args...)} }

// Read reads a 台账.json of version 1. It goes through the file once and keeps only what the
// look back needs. The error is a *Refusal where the file is no such ledger, else the
// reader's own.
func Read(r io.Reader, name string) (*Year, error) { return read(r, name, maxBytes) }

func read(r io.Reader, name string, most int64) (*Year, error) {
	source := &bounded{from: r, sum: sha256.New(), most: most}
	text := bufio.NewReader(transform.NewReader(source, encoding.UTF8Validator))
	if start, _ := text.Peek(len(mark)); bytes.Equal(start, mark) {
		_, _ = text.Discard(len(mark))
	}
	d := document{json: json.NewDecoder(text)}
	err := d.read()
	var refusal *Refusal
	switch {
	case source.err != nil:
		return nil, source.err // which the decoder takes for a fault of the text
	case errors.As(err, &refusal):
		return nil, refusal
	case errors.Is(err, encoding.ErrInvalidUTF8):
		return nil, refuse("文字成了乱码，可能被别的软件另存过")
	case err != nil:
		return nil, refuse("内容不完整，或者被改动过")
	}
	y, err := d.year()
	if err != nil {
		return nil, err
	}
	y.File, y.Sum = name, hex.EncodeToString(source.sum.Sum(nil))
	return y, nil
}

// mark is the byte order mark that editors put before a text.
var mark = []byte("\uFEFF")

// bounded sums up what is read, and remembers why it stopped.
type bounded struct {
	from io.Reader
	sum  hash.Hash
	n    int64 // bytes read
	most int64
	err  error // other than the end
}

func (b *bounded) Read(p []byte) (int, error) {
	n, err := b.from.Read(p)
	b.sum.Write(p[:n])
	if b.n += int64(n); b.n > b.most {
		err = refuse("文件太大（上限 %d 兆）", b.most>>20)
	}
	if err != nil && err != io.EOF {
		b.err = err
	}
	return n, err
}
