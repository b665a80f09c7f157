package lookback

import (
	"encoding/json"
	"fmt"
	"io"
)

// document is the ledger as it is printed, as far as it is kept. The names are the
// contract's; what is not listed is passed over.
type document struct {
	json         *json.Decoder
	Version      int
	Year         int
	Unit         string
	AsOf         string
	Tasks        []task
	Requirements []requirement
	Standings    []standing
	Numbers      base
}

// base is what is kept of the numbers of the annual report. Ledgers of before they were collected
// have none.
type base struct {
	Form   string `json:"form"`
	Tables []struct {
		Cells []struct {
			Indicator string       `json:"indicator"`
			Value     *json.Number `json:"value"`
			State     string       `json:"state"`
		} `json:"cells"`
	} `json:"tables"`
}

type task struct {
	No    int    `json:"no"`
	Title string `json:"title"`
}

type requirement struct {
	No     int     `json:"no"`
	Number string  `json:"number"`
	Key    string  `json:"key"`
	Task   int     `json:"task"`
	Text   string  `json:"text"`
	Active *active `json:"active"`
}

type active struct {
	From  *string `json:"from"`
	Until *string `json:"until"`
}

type standing struct {
	Requirement int    `json:"requirement"`
	Quarter     string `json:"quarter"`
	Status      string `json:"status"`
	Overdue     bool   `json:"overdue"`
	Active      *bool  `json:"active"` // newer than the first ledgers of this version
}

// read goes through the document, which is one object and nothing after it.
func (d *document) read() error {
	if open, err := d.json.Token(); err != nil || open != json.Delim('{') {
		return refuse("不是台账.json")
	}
	seen := map[string]bool{}
	for d.json.More() {
		name, err := d.json.Token()
		if err != nil {
			return err
		}
		key, _ := name.(string)
		if seen[key] {
			return refuse("“%s”写了两遍", key)
		}
		seen[key] = true
		if err := d.field(key); err != nil {
			return err
		}
	}
	if _, err := d.json.Token(); err != nil {
		return err
	}
	if _, err := d.json.Token(); err != io.EOF {
		return fmt.Errorf("after the end: %w", err)
	}
	for _, key := range []string{"version", "year", "as_of", "tasks", "requirements", "standings"} {
		if !seen[key] {
			return refuse("不是台账.json，或者缺少内容")
		}
	}
	return nil
}

func (d *document) field(key string) error {
	switch key {
	case "version":
		if err := d.json.Decode(&d.Version); err != nil {
			return err
		}
		if d.Version != 1 {
			return refuse("是第 %d 版的台账，本程序只认第 1 版", d.Version)
		}
		return nil
	case "year":
		return d.json.Decode(&d.Year)
	case "unit":
		return d.json.Decode(&d.Unit)
	case "as_of":
		return d.json.Decode(&d.AsOf)
	case "tasks":
		return list(d.json, &d.Tasks, maxRequirements)
	case "requirements":
		return list(d.json, &d.Requirements, maxRequirements)
	case "standings":
		return list(d.json, &d.Standings, 4*maxRequirements)
	case "numbers":
		return d.json.Decode(&d.Numbers)
	}
	return skip(d.json)
}

// list reads an array item by item.
func list[T any](from *json.Decoder, into *[]T, most int) error {
	if open, err := from.Token(); err != nil || open != json.Delim('[') {
		return fmt.Errorf("no list: %w", err)
	}
	for from.More() {
		if len(*into) == most {
			return refuse("内容太多")
		}
		var item T
		if err := from.Decode(&item); err != nil {
			return err
		}
		*into = append(*into, item)
	}
	_, err := from.Token()
	return err
}

// skip passes over a value; of a long list or object no more than an item is held at once.
func skip(from *json.Decoder) error {
	var passed json.RawMessage
	open, err := from.Token()
	if err != nil {
		return err
	}
	if _, isList := open.(json.Delim); !isList {
		return nil
	}
	for from.More() {
		if open == json.Delim('{') {
			if _, err := from.Token(); err != nil {
				return err
			}
		}
		if err := from.Decode(&passed); err != nil {
			return err
		}
	}
	_, err = from.Token()
	return err
}
