package openworld

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"taizhang/importer"
	"taizhang/report/export"
)

// printed is what 台账.json says. The test reads it and not the values inside, so that it
// sees what everybody sees, and lasts while the rooms change.
type printed struct {
	Tasks        []struct{ Title string }
	Requirements []struct {
		No           int
		Number, Text string
	}
	Files []struct {
		File, State, Reason string
		Sheets              []struct {
			Sheet, State, Reason string
			Cells                json.RawMessage
		}
	}
	Returns []struct {
		File, Sheet, Department, Quarter string
		Rows                             count
	}
	Rows     []row
	Entries  []entry
	Findings []finding
	Totals   struct {
		Rows  count
		Cells map[string]int // nil as long as the ledger has no account of cells
	}
}

type count struct{ Read, Merged, Held, Ignored int }

type row struct {
	File, Sheet  string
	Row          int
	Fate, Reason string
	Requirement  int
}

type entry struct {
	Requirement         int
	Department, Quarter string
	Status, Said        string
	Progress, Problems  string
	NextSteps           string `json:"next_steps"`
	CompletedOn         string `json:"completed_on"`
	Evidence            []string
	Other               []struct{ Heading, Text, Cell string }
	Source              struct {
		File, Sheet string
		Row         int
	}
}

// texts are the fields of the entry that hold prose, by name.
func (e *entry) texts() map[string]string {
	all := map[string]string{"status": e.Said, "progress": e.Progress, "problems": e.Problems, "next_steps": e.NextSteps, "evidence": strings.Join(e.Evidence, " ")}
	for _, o := range e.Other {
		all["other"] += o.Text + " "
	}
	return all
}

type finding struct {
	Code, Severity, File, Sheet, Cell, Department, Quarter, Message string
}

// at returns the row and the column of the finding, 0 where it names none.
func (f *finding) at() (row, col int) {
	digits := strings.IndexFunc(f.Cell, func(r rune) bool { return r >= '0' && r <= '9' })
	if digits < 1 {
		return 0, 0
	}
	for _, r := range f.Cell[:digits] {
		col = col*26 + int(r-'A') + 1
	}
	row, _ = strconv.Atoi(f.Cell[digits:])
	return row, col
}

// read runs the importer on a year folder.
func read(folder string) (*printed, error) {
	l, err := importer.Load(context.Background(), importer.Options{Folder: folder, Out: folder + "/成果"})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := export.Write(&out, l); err != nil {
		return nil, err
	}
	var p printed
	return &p, json.Unmarshal(out.Bytes(), &p)
}

// numbered maps the program's numbers to the requirements of the list, by their texts; the
// error says which requirement the program did not read.
func (p *printed) numbered(l *list) (map[int]*requirement, error) {
	plain := strings.NewReplacer(" ", "", "\n", "").Replace
	nos := map[int]*requirement{}
	for _, r := range p.Requirements {
		i := slices.IndexFunc(l.requirements, func(own *requirement) bool { return plain(own.text) == plain(r.Text) })
		if i >= 0 {
			nos[r.No] = l.requirements[i]
		}
	}
	if len(nos) != len(l.requirements) || len(p.Requirements) != len(l.requirements) {
		return nos, fmt.Errorf("list %s: %d of %d requirements read, %d are the list's", l.file, len(p.Requirements), len(l.requirements), len(nos))
	}
	return nos, nil
}
