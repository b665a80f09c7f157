// Command open is the measure for a build: it opens each .xlsx of a year with excelize, two
// at a time, reads rows and merged cells, prints how many there are and does nothing else:
//
//	go run ./testdata/year/open DIR
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/xuri/excelize/v2"
)

const workers = 2

// count is what was read.
type count struct{ files, rows, merges int }

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "open: name one folder")
		os.Exit(2)
	}
	sum, err := readAll(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, "open:", err)
		os.Exit(1)
	}
	fmt.Printf("%d files, %d rows, %d merged cells\n", sum.files, sum.rows, sum.merges)
}

func readAll(folder string) (sum count, failed error) {
	paths := make(chan string)
	var mu sync.Mutex
	var running sync.WaitGroup
	for range workers {
		running.Go(func() {
			for path := range paths {
				c, err := read(path)
				mu.Lock()
				sum.files, sum.rows, sum.merges = sum.files+1, sum.rows+c.rows, sum.merges+c.merges
				if failed == nil {
					failed = err
				}
				mu.Unlock()
			}
		})
	}
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.IsDir() && d.Name() == "成果" {
			return filepath.SkipDir
		}
		if err == nil && filepath.Ext(path) == ".xlsx" {
			paths <- path
		}
		return err
	})
	close(paths)
	running.Wait()
	if failed == nil {
		failed = err
	}
	return sum, failed
}

func read(path string) (c count, err error) {
	f, err := excelize.OpenFile(path)
	if err != nil {
		return c, err
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			return c, err
		}
		merges, err := f.GetMergeCells(sheet)
		if err != nil {
			return c, err
		}
		c.rows, c.merges = c.rows+len(rows), c.merges+len(merges)
	}
	return c, nil
}
