package xls

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"crypto/sha1"
	"encoding/binary"

	"taizhang/importer/grid"
)

// defaultPassword is what Excel encrypts a workbook with whose structure is protected and that
// has no password to open. Every program opens such a file without asking.
const defaultPassword = "VelvetSweatshop"

// Records that an encrypted workbook leaves as they are ([MS-XLS] 2.2.10).
var legible = map[uint16]bool{recBOF: true, recFilePass: true, 0x0194: true, 0x0195: true, 0x00E1: true, 0x0196: true, 0x0138: true}

// cipher makes the key of each block of a stream, 1,024 bytes long.
type cipher struct{ key func(block uint32) []byte }

const cipherBlock = 1024

// unlock reads a FILEPASS record ([MS-XLS] 2.4.117) and returns how the workbook is decrypted
// with the default password; ok is false where it has another, or is encrypted in another way.
func unlock(f *fields) (c cipher, ok bool) {
	if f.u16() != 1 { // obfuscated with a number, as before Excel 97
		return cipher{}, false
	}
	major, minor := f.u16(), f.u16()
	switch {
	case major == 1 && minor == 1:
		return unlockRC4(f)
	case major >= 2 && major <= 4 && minor == 2:
		return unlockCryptoAPI(f)
	}
	return cipher{}, false
}

// password is the default one as it goes into a hash.
func password() []byte {
	var b []byte
	for _, r := range defaultPassword {
		b = append(b, byte(r), 0)
	}
	return b
}

// unlockRC4 is the encryption of Excel 97 ([MS-OFFCRYPTO] 2.3.6).
func unlockRC4(f *fields) (cipher, bool) {
	salt, verifier, sum := f.take(16), f.take(16), f.take(16)
	if f.short {
		return cipher{}, false
	}
	h := md5.Sum(password())
	mixed := bytes.Repeat(append(bytes.Clone(h[:5]), salt...), 16)
	h = md5.Sum(mixed)
	begin := bytes.Clone(h[:5])
	c := cipher{func(block uint32) []byte {
		key := md5.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(begin), block))
		return key[:]
	}}
	plain := c.opened(verifier, sum)
	want := md5.Sum(plain[:16])
	return c, bytes.Equal(want[:], plain[16:])
}

// unlockCryptoAPI is the encryption of Excel 2002 and 2003 ([MS-OFFCRYPTO] 2.3.5).
func unlockCryptoAPI(f *fields) (cipher, bool) {
	f.skip(4)
	header := fields{parts: [][]byte{f.take(int(min(f.u32(), 1<<16)))}}
	header.skip(4 + 4)
	algorithm := header.u32()
	header.skip(4)
	bits := header.u32()
	if bits == 0 {
		bits = 40
	}
	saltSize := f.u32()
	if header.short || f.short || algorithm != 0x6801 || bits%8 != 0 || bits < 40 || bits > 128 || saltSize != 16 {
		return cipher{}, false
	}
	salt, verifier := f.take(16), f.take(16)
	if f.u32() != sha1.Size {
		return cipher{}, false
	}
	sum := f.take(sha1.Size)
	if f.short {
		return cipher{}, false
	}
	begin := sha1.Sum(append(bytes.Clone(salt), password()...))
	c := cipher{func(block uint32) []byte {
		key := sha1.Sum(binary.LittleEndian.AppendUint32(bytes.Clone(begin[:]), block))
		if bits == 40 { // a short key is filled up
			return append(bytes.Clone(key[:5]), make([]byte, 11)...)
		}
		return key[:bits/8]
	}}
	plain := c.opened(verifier, sum)
	want := sha1.Sum(plain[:16])
	return c, bytes.Equal(want[:], plain[16:])
}

// opened decrypts what stands in the record itself, one behind the other.
func (c cipher) opened(pieces ...[]byte) []byte {
	data := bytes.Join(pieces, nil)
	if key, err := rc4.NewCipher(c.key(0)); err == nil {
		key.XORKeyStream(data, data)
	}
	return data
}

// decrypt returns the stream as it was before it was encrypted, FILEPASS and all: records keep
// their place, their kind and their size, which are never encrypted.
func (c cipher) decrypt(book []byte) ([]byte, *grid.Refusal) {
	plain := make([]byte, len(book))
	for block := 0; block*cipherBlock < len(book); block++ {
		from, to := block*cipherBlock, min((block+1)*cipherBlock, len(book))
		key, err := rc4.NewCipher(c.key(uint32(block)))
		if err != nil {
			return nil, grid.Protected()
		}
		key.XORKeyStream(plain[from:to], book[from:to])
	}
	for pos := 0; len(book)-pos >= 4; {
		kind, n := binary.LittleEndian.Uint16(book[pos:]), int(binary.LittleEndian.Uint16(book[pos+2:]))
		if n > len(book)-pos-4 {
			copy(plain[pos:], book[pos:pos+4])
			break // who reads the records says so
		}
		clear := 4 // bytes that are as they were
		switch {
		case legible[kind]:
			clear += n
		case kind == recBoundSheet:
			clear += min(n, 4) // where the sheet begins
		}
		copy(plain[pos:], book[pos:pos+clear])
		pos += 4 + n
	}
	return plain, nil
}
