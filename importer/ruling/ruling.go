// Package ruling is what the office decides: place a row, take a status, accept as it is,
// ignore a row, with a reason, a name and a date that it types. Rulings are read from the
// ledger of the last run and are never lost. The package owns the ruling columns and the
// keys by which a row is found again after it moved.
package ruling

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"

	"taizhang/importer/fold"
	"taizhang/importer/returns"
)

// Act is what a ruling does.
type Act string

const (
	Place  Act = "place"  // 按第N项并入
	Take   Act = "status" // 采用此状态
	Accept Act = "accept" // 认可
	Ignore Act = "ignore" // 忽略
)

// State says whether a ruling found its row.
type State string

const (
	Applied  State = "applied"
	Orphaned State = "orphaned"
)

// Ruling is one decision of the office. By and On stand as the office typed them.
type Ruling struct {
	ID          string
	Act         Act
	Target      Target
	Requirement int            // for Place and Take; 0 for none
	Status      returns.Status // for Take
	Reason      string
	By, On      string
	State       State
}

// Target is what a ruling is about. RowKey never holds a row number: it is a hash of
// department, quarter, folded requirement text and occurrence.
type Target struct {
	File, Sheet, RowKey string
	Department, Quarter string
}

// RowKey returns the key of the row with this text: the occurrence-th of its department
// and quarter that says the same.
func RowKey(department, quarter, text string, occurrence int) string {
	h := sha256.Sum256([]byte(department + "\n" + quarter + "\n" + fold.Key(text) + "\n" + strconv.Itoa(occurrence)))
	return hex.EncodeToString(h[:8])
}
