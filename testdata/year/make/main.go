// Command make writes a made-up year for measuring:
//
//	go run ./testdata/year/make --returns 1000 DIR
package main

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"taizhang/testdata/year"
)

func main() {
	returns := pflag.Int("returns", 1000, "how many returns, a multiple of four")
	seed := pflag.Uint64("seed", 2021, "another seed gives another year")
	pflag.Parse()
	if pflag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "make: name one folder to write into")
		os.Exit(2)
	}
	if err := year.Make(pflag.Arg(0), *returns, *seed); err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
}
