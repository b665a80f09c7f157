//go:build ignore

// Command release builds what is published, from a clean checkout of a commit:
//
//	go run .ci/release.go             dist/: a .zip a platform, what each is made of (.cdx.json), and SHA256SUMS
//	go run .ci/release.go -licences   THIRD_PARTY.txt anew, after a library has changed
//
// The same commit and the same Go give the same bytes, on whatever machine.
package main

import (
	"archive/zip"
	"bytes"
	"cmp"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"maps"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"taizhang/report/manual"
)

// targets are the platforms that offices have.
var targets = []string{"windows/amd64", "linux/amd64", "linux/arm64", "linux/loong64", "darwin/amd64", "darwin/arm64"}

// papers go beside the program: what a file or a folder of the checkout is called there.
var papers = [][2]string{{"README.zh-CN.md", "README.zh-CN.md"}, {"README.md", "README.md"}, {"FINDINGS.zh-CN.md", "FINDINGS.zh-CN.md"},
	{"CHANGELOG.md", "CHANGELOG.md"}, {"SECURITY.md", "SECURITY.md"}, {"LICENSE", "LICENSE"}, {"THIRD_PARTY.txt", "THIRD_PARTY.txt"}, {"docs", "docs"}, {"testdata/sample", "样例年度"}}

func main() {
	log.SetFlags(0)
	onlyLicences := flag.Bool("licences", false, "write THIRD_PARTY.txt")
	flag.Parse()
	if *onlyLicences {
		check(os.WriteFile("THIRD_PARTY.txt", licences(), 0o644))
		return
	}
	if changed := output("git", "status", "--porcelain"); changed != "" {
		log.Fatalf("a release is built from a commit, and these files have changed:\n%s", changed)
	}
	if committed, err := os.ReadFile("THIRD_PARTY.txt"); err != nil || !bytes.Equal(committed, licences()) {
		log.Fatal("THIRD_PARTY.txt is not that of the libraries: go run .ci/release.go -licences")
	}
	version := output("git", "describe", "--tags", "--always")
	seconds, err := strconv.ParseInt(output("git", "show", "-s", "--format=%ct", "HEAD"), 10, 64)
	check(err)
	check(os.RemoveAll("dist"))
	check(os.Mkdir("dist", 0o755))
	var sums strings.Builder
	publish := func(name string, data []byte) {
		check(os.WriteFile(filepath.Join("dist", name), data, 0o644))
		fmt.Fprintf(&sums, "%x  %s\n", sha256.Sum256(data), name)
	}
	at := time.Unix(seconds, 0).UTC()
	book, err := manual.Page(version)
	check(err)
	printed := map[string]string{"使用手册.html": book, "taizhang.1": manual.Man(version, at)}
	for _, target := range targets {
		name := "taizhang-" + version + "-" + strings.ReplaceAll(target, "/", "-")
		data, bom := pack(target, version, at, printed)
		publish(name+".zip", data)
		publish(name+".cdx.json", bom)
	}
	check(os.WriteFile("dist/SHA256SUMS", []byte(sums.String()), 0o644))
	fmt.Print(sums.String())
}

// pack builds the program for a platform and puts it into an archive with its papers and what is
// printed of the manual. bom says what the program is made of; it lies in the archive too.
func pack(target, version string, at time.Time, printed map[string]string) (data, bom []byte) {
	goos, arch, _ := strings.Cut(target, "/")
	program := "taizhang"
	if goos == "windows" {
		program += ".exe"
	}
	dir, err := os.MkdirTemp("", "taizhang-release-")
	check(err)
	defer os.RemoveAll(dir)
	build := exec.Command("go", "build", "-trimpath", "-buildvcs=true", "-ldflags=-s -w", "-o", filepath.Join(dir, program), ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOAMD64=v1", "GOARM64=v8.0", "GOEXPERIMENT=", "GOOS="+goos, "GOARCH="+arch)
	build.Stderr = os.Stderr
	check(build.Run())

	var b bytes.Buffer
	archive := zip.NewWriter(&b)
	add(archive, filepath.Join(dir, program), program, 0o755, at)
	bom = parts(filepath.Join(dir, program), version, target, at)
	put(archive, bom, "sbom.cdx.json", 0o644, at)
	for _, name := range slices.Sorted(maps.Keys(printed)) {
		put(archive, []byte(printed[name]), name, 0o644, at)
	}
	for _, paper := range papers {
		check(filepath.WalkDir(paper[0], func(file string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasSuffix(file, ".go") || filepath.Base(file) == "使用手册.md" { // it is printed
				return err
			}
			rel, err := filepath.Rel(paper[0], file)
			add(archive, file, path.Join(paper[1], filepath.ToSlash(rel)), 0o644, at)
			return err
		}))
	}
	check(archive.Close())
	return b.Bytes(), bom
}

func add(archive *zip.Writer, file, name string, mode fs.FileMode, at time.Time) {
	data, err := os.ReadFile(file)
	check(err)
	put(archive, data, name, mode, at)
}

// put puts a file into the archive, with nothing of the machine in its header.
func put(archive *zip.Writer, data []byte, name string, mode fs.FileMode, at time.Time) {
	header := &zip.FileHeader{Name: path.Join("taizhang", name), Method: zip.Deflate, Modified: at}
	header.SetMode(mode)
	w, err := archive.CreateHeader(header)
	check(err)
	_, err = w.Write(data)
	check(err)
}

// component is a part of a program in the words of CycloneDX.
type component struct {
	Type    string              `json:"type"`
	Ref     string              `json:"bom-ref"`
	Name    string              `json:"name"`
	Version string              `json:"version"`
	Hashes  []map[string]string `json:"hashes,omitempty"`
	PURL    string              `json:"purl"`
}

// parts says what a program is made of: the modules that its build info names, with the sums that
// Go knows them by, and Go itself. It is CycloneDX as JSON, without a serial number, so that the same
// program has the same.
func parts(program, version, target string, at time.Time) []byte {
	info, err := buildinfo.ReadFile(program)
	check(err)
	data, err := os.ReadFile(program)
	check(err)
	part := func(kind, name, version, sum string) component {
		purl := "pkg:golang/" + name + "@" + version
		c := component{Type: kind, Ref: purl, Name: name, Version: version, PURL: purl}
		if raw, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(sum, "h1:")); err == nil && len(raw) > 0 {
			c.Hashes = []map[string]string{{"alg": "SHA-256", "content": hex.EncodeToString(raw)}}
		}
		return c
	}
	whole := part("application", info.Main.Path, version, "")
	whole.Hashes = []map[string]string{{"alg": "SHA-256", "content": fmt.Sprintf("%x", sha256.Sum256(data))}}
	components, needs := []component{part("library", "std", strings.TrimPrefix(info.GoVersion, "go"), "")}, []string(nil)
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		components = append(components, part("library", m.Path, m.Version, m.Sum))
	}
	for _, c := range components {
		needs = append(needs, c.Ref)
	}
	bom, err := json.MarshalIndent(map[string]any{
		"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1,
		"metadata":     map[string]any{"timestamp": at.Format(time.RFC3339), "component": whole, "properties": []map[string]string{{"name": "platform", "value": target}}},
		"components":   components,
		"dependencies": []map[string]any{{"ref": whole.Ref, "dependsOn": needs}},
	}, "", "  ")
	check(err)
	return append(bom, '\n')
}

// licences gathers the licences of everything that the program carries: Go, the libraries
// that are linked on any platform, the fonts.
func licences() []byte {
	modules := map[string]string{} // "path version" to its folder
	for _, target := range targets {
		goos, arch, _ := strings.Cut(target, "/")
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if .Version}}{{.Path}} {{.Version}}\t{{.Dir}}{{end}}{{end}}", ".")
		list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOOS="+goos, "GOARCH="+arch)
		out, err := list.Output()
		check(err)
		for line := range strings.Lines(string(out)) {
			if name, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				modules[name] = dir
			}
		}
	}
	var b bytes.Buffer
	b.WriteString("taizhang carries the following works of others, under these licences.\n")
	section(&b, "Go and its standard library", []string{filepath.Join(output("go", "env", "GOROOT"), "LICENSE")})
	names := make([]string, 0, len(modules))
	for name := range modules {
		names = append(names, name)
	}
	slices.SortFunc(names, func(a, b string) int {
		return cmp.Or(cmp.Compare(strings.ToLower(a), strings.ToLower(b)), cmp.Compare(a, b))
	})
	for _, name := range names {
		section(&b, name, licenceFiles(modules[name]))
	}
	section(&b, "Fonts", []string{"templates/faces/OFL.txt"})
	section(&b, "Everyday words", []string{"templates/gate/MIT.txt"})
	return b.Bytes()
}

func licenceFiles(dir string) (files []string) {
	entries, err := os.ReadDir(dir)
	check(err)
	for _, e := range entries {
		upper := strings.ToUpper(e.Name())
		if !e.IsDir() && (strings.HasPrefix(upper, "LICEN") || strings.HasPrefix(upper, "UNLICENSE") || strings.HasPrefix(upper, "COPYING") || strings.HasPrefix(upper, "NOTICE")) {
			files = append(files, filepath.Join(dir, e.Name()))
		}
	}
	if len(files) == 0 {
		log.Fatalf("no licence in %s", dir)
	}
	return files
}

func section(b *bytes.Buffer, name string, files []string) {
	fmt.Fprintf(b, "\n%s\n== %s\n%[1]s\n", strings.Repeat("=", 80), name)
	for _, file := range files {
		text, err := os.ReadFile(file)
		check(err)
		fmt.Fprintf(b, "\n%s\n", strings.TrimSpace(strings.ReplaceAll(string(text), "\r\n", "\n")))
	}
}

func output(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	check(err)
	return strings.TrimSpace(string(out))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
