package hostile

import (
	"io"
	"slices"
)

// wards are all diseases by where they lie in the folder of the quarter.
var wards = []ward{
	{"压缩包", slices.Concat(damagedZips, bombs)},
	{"工作表", sheetDiseases},
	{"标记", markup},
	{"单元格", cellDiseases},
	{"链接", links},
	{"旧格式", legacy},
	{"开放文档", opened},
	{"文字文档", documents},
	{"开放文字", writer},
	{"文本", texts},
	{"网页", pages},
	{"冒名", disguises},
	{"撑爆", costly},
	{"少见", rare},
	{"文件名", names},
	{"目录项", things},
}

// What may happen, in the words of the table.
var (
	read       = Want{Read: true}
	unreadable = named("unreadable-file")
	tooLarge   = named("file-too-large")
)

func named(codes ...string) Want { return Want{Codes: codes} }

// or adds that the file may also be refused.
func (w Want) or(codes ...string) Want {
	w.Codes = append(slices.Clone(w.Codes), codes...)
	return w
}

// with adds a finding that must stand beside what is read.
func (w Want) with(code string) Want {
	w.Also = code
	return w
}

// unsure says that nothing but the run's going on can be asked for: no check sum tells what
// the file said.
func (w Want) unsure() Want {
	w.Read, w.Unsure = true, true
	return w
}

// bytesOf makes a file of what a function returns.
func bytesOf(data func(p *Patient) []byte) func(*Patient, io.Writer) error {
	return func(p *Patient, w io.Writer) error { return write(w, data(p)) }
}

// cut is data up to the patient's share of it: somewhere between its first and its last byte.
func cut(p *Patient, data []byte) []byte { return data[:1+(len(data)-2)*p.n/max(p.of-1, 1)] }

// flip is data with one bit turned.
func flip(p *Patient, data []byte) []byte {
	bit := p.rng.IntN(len(data) * 8)
	data = slices.Clone(data)
	data[bit/8] ^= 1 << (bit % 8)
	return data
}

// blank is data with a sector of zeros, as a failing disk leaves it.
func blank(p *Patient, data []byte) []byte {
	const sector = 512
	at := p.rng.IntN(max(len(data)/sector, 1)) * sector
	data = slices.Clone(data)
	clear(data[at:min(at+sector, len(data))])
	return data
}

// garble is data with some bytes at random.
func garble(p *Patient, data []byte) []byte {
	data = slices.Clone(data)
	for range 1 + p.rng.IntN(20) {
		data[p.rng.IntN(len(data))] = byte(p.rng.IntN(256))
	}
	return data
}
