// Command make writes a year folder of damaged and odd files:
//
//	go run ./testdata/hostile/make DIR
package main

import (
	"fmt"
	"os"

	"github.com/spf13/pflag"

	"taizhang/testdata/hostile"
)

func main() {
	small := pflag.Bool("small", false, "what go test runs, without the large ones")
	pflag.Parse()
	if pflag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "make: name one new folder to write into")
		os.Exit(2)
	}
	size := hostile.Large
	if *small {
		size = hostile.Small
	}
	made, err := hostile.Make(pflag.Arg(0), size)
	if err != nil {
		fmt.Fprintln(os.Stderr, "make:", err)
		os.Exit(1)
	}
	fmt.Println(len(made), "files")
}
