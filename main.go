// Command taizhang merges the quarterly returns of a bureau's departments into a ledger
// (台账), the annex of its annual report (年报附件) and a JSON file for other programs.
package main

import (
	"embed"
	"io/fs"
	"os"

	"taizhang/cli"
)

// sample is the year of a made-up bureau that init --sample copies out.
//
//go:embed all:testdata/sample
var sample embed.FS

func main() {
	year, err := fs.Sub(sample, "testdata/sample")
	if err != nil {
		panic(err) // the name above is no path
	}
	os.Exit(cli.Process(os.Args[1:], year))
}
