package importer

import (
	"cmp"
	"context"
	"errors"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"sync"

	"taizhang/importer/decisions"
	"taizhang/importer/disk"
	"taizhang/importer/finding"
	"taizhang/importer/grid"
	"taizhang/importer/grid/open"
	"taizhang/importer/ledger"
	"taizhang/importer/ours"
	"taizhang/importer/plan"
	"taizhang/importer/returns"
	"taizhang/importer/returns/reader"
	"taizhang/importer/ruling"
	"taizhang/templates/words"
)

// turn is a file's leave to take more memory than a return does. One file at a time has it: what
// is large inside is found out while it is read, whatever its size in the folder. A file that
// waits for it holds little, so that many may wait.
type turn struct {
	large *sync.Mutex
	taken bool
}

func (t *turn) take() {
	if !t.taken {
		t.large.Lock()
		t.taken = true
	}
}

// done gives the leave back. What the file took is cleared away first: the next large one needs
// the room.
func (t *turn) done() {
	if t.taken {
		runtime.GC()
		t.large.Unlock()
	}
}

// readAll reads the files side by side and puts what they give back in the order of their
// names, so that the number of workers never shows.
func readAll(ctx context.Context, files []file, reader *reader.Reader, progress func(int, int, string)) (result, error) {
	if progress == nil {
		progress = func(int, int, string) {}
	}
	gave := make([]result, len(files))
	next, done := make(chan int), make(chan int)
	var workers sync.WaitGroup
	var large sync.Mutex
	for range min(runtime.GOMAXPROCS(0), max(1, len(files))) {
		workers.Go(func() {
			for i := range next {
				t := turn{large: &large}
				gave[i] = readOne(files[i], reader, t.take)
				t.done()
				done <- i
			}
		})
	}
	go func() {
		defer close(next)
		for i := range files {
			select {
			case next <- i:
			case <-ctx.Done():
				return
			}
		}
	}()
	go func() {
		workers.Wait()
		close(done)
	}()
	n := 0
	for i := range done {
		n++
		progress(n, len(files), files[i].name)
	}
	if err := ctx.Err(); err != nil {
		return result{}, err
	}
	var all result
	for i := range files {
		gave[i].explain()
		all.returns = append(all.returns, gave[i].returns...)
		all.findings = append(all.findings, gave[i].findings...)
		all.inputs = append(all.inputs, gave[i].inputs...)
		all.base.add(gave[i].base)
		all.copies = append(all.copies, gave[i].copies...)
	}
	return all, nil
}

// readOne reads one file, and calls large before the file takes more memory than a return does. A
// fault inside a reader becomes a finding that names the file: the others are merged all the same.
func readOne(f file, reader *reader.Reader, large func()) (res result) {
	defer func() {
		if fault := recover(); fault != nil {
			res = unreadable(f, "文件内容异常，读取时出错", "")
		}
	}()
	if disk.IsLockAt(f.path, path.Base(f.name)) {
		return f.leftOut(&grid.Book{File: f.name}, f.skipped(disk.LockWhat, "不用处理；打开着的文件关上以后，它自己会消失。"))
	}
	book, found, err := open.Return(f.path, f.name, large)
	if errors.Is(err, open.ErrAttachment) {
		in, note := attachment(f)
		return result{inputs: []ledger.Input{in}, findings: []finding.Finding{note}}
	}
	if errors.Is(err, fs.ErrNotExist) {
		return unreadable(f, goneWhy, goneHint)
	}
	if disk.InUse(err) {
		return unreadable(f, disk.Reason(err), "请关闭打开着它的程序，再运行一次。")
	}
	if err != nil {
		return unreadable(f, "系统不让读取（"+disk.Reason(err)+"）", "")
	}
	res.findings = found
	if book == nil && tooLarge(found) {
		if data := f.asData(); data != nil {
			return f.leftOut(data, f.skipped(ownWhat[ours.Data], ownHints[ours.Data]))
		}
	}
	if format := formatOf(book); f.isPaper(format) {
		if book == nil {
			book = &grid.Book{File: f.name}
		}
		return f.leftOut(book, f.skipped(ownWhat[ours.Paper], ownHints[ours.Paper]))
	}
	if book == nil {
		res.inputs = []ledger.Input{f.input(ledger.FileFailed)}
		return res
	}
	rest, own, said := f.withoutOwn(book)
	if c, ok := decisions.CopyOf(f.name, book); ok && rest != book {
		res.copies = append(res.copies, c)
	}
	if rest == nil {
		left := f.leftOut(book, said[0])
		left.copies = res.copies
		return left
	}
	res.findings = append(res.findings, said...)
	got, base := f.base.read(reader, rest)
	res.base = base
	if blankForm(got) && !base.answered() {
		form := got.Returns[0]
		return f.leftOut(book, f.skipped("是程序下发的报送表，还没有填写", "请部门填写后再交。").For(form.Department.Value, form.Quarter.Value.String()))
	}
	res.returns, res.findings = got.Returns, append(res.findings, append(base.findings, got.Findings...)...)
	if len(got.Returns) == 1 { // whose the rest of the file is too
		for i, f := range res.findings {
			if f.Department == "" && f.Quarter == "" {
				res.findings[i] = f.For(got.Returns[0].Department.Value, got.Returns[0].Quarter.Value.String())
			}
		}
	}
	state := ledger.FileRead
	if len(got.Returns) == 0 && !base.found() {
		state = ledger.FileFailed
	}
	in := f.input(state)
	in.Sum, in.Format, in.Sheets = book.Sum, book.Format, append(own, base.beside(rest, got.Sheets)...)
	if state == ledger.FileFailed {
		in.Department, in.Quarter = reader.Titled(book)
	}
	res.inputs = []ledger.Input{in}
	return res
}

// formatOf is the format of a book, "" where it could not be read.
func formatOf(book *grid.Book) string {
	if book == nil {
		return ""
	}
	return book.Format
}

// explain says of a file that gave no return why, in the words of the finding that says it.
func (r *result) explain() {
	for i := range r.inputs {
		if in := &r.inputs[i]; in.State != ledger.FileRead && in.Reason == "" && len(r.findings) > 0 {
			in.Reason = r.findings[0].Message
		}
	}
}

func (f file) input(state ledger.InputState) ledger.Input {
	return ledger.Input{File: f.name, RawName: f.raw, State: state}
}

func unreadable(f file, why, hint string) result {
	return result{
		inputs:   []ledger.Input{f.input(ledger.FileFailed)},
		findings: []finding.Finding{notReadable(f.name, why, hint)},
	}
}

// notReadable names what can't be read, with the catalogue's hint where there is no better.
func notReadable(name, why, hint string) finding.Finding {
	f := finding.New(finding.UnreadableFile, finding.In(name, ""), why, "")
	if hint != "" {
		f.Hint = hint
	}
	return f
}

// Somebody tidies up while the run is at work: what the folder held when it was looked
// through is named, the rest is read.
const (
	goneWhy  = "程序列出文件以后，它被移走、改名或删除了"
	goneHint = "看看是不是有人正在整理这个文件夹；整理完以后，请再运行一次。"
)

// newReader returns the reader of returns that knows what the office decided on headings
// and on whose a file is.
func newReader(p *plan.Plan, w *words.Words, office decisions.Made) *reader.Reader {
	readings := ruling.NewReadings(p, office.Rulings)
	r := reader.New(p, w, readings.Door())
	r.ListenFor(readings.SpeaksFor)
	if files := ruling.NewFiles(p, office.Rulings); len(files.Rulings) > 0 {
		r.Listen(files.Told)
	}
	return r
}

// result is what reading files gave, in the order of their names.
type result struct {
	returns  []returns.Return
	findings []finding.Finding
	inputs   []ledger.Input
	base     base // numbers of the annual report
	copies   []decisions.Copy
}

// take adds what the walk named beside the files, each in its place by name.
func (r *result) take(beside result) {
	r.inputs = append(r.inputs, beside.inputs...)
	slices.SortStableFunc(r.inputs, func(a, b ledger.Input) int { return cmp.Compare(a.File, b.File) })
	r.findings = append(beside.findings, r.findings...)
}

// attachment says of a file that it is a signed scan and no return.
func attachment(f file) (ledger.Input, finding.Finding) {
	return f.input(ledger.FileAttachment), finding.New(finding.Attachment, finding.In(f.name, ""), "", "")
}
