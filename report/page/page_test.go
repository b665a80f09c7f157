package page

import (
	"bytes"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/textproto"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"taizhang/importer/period"
	"taizhang/report/face"
	"taizhang/report/outputs"
	"taizhang/report/page/inbox"
	"taizhang/report/page/questions"
)

const port = 4711

// visitor is somebody at a page, with what the browser keeps.
type visitor struct {
	*testing.T
	page    *Page
	handler http.Handler
	cookie  *http.Cookie
}

func meansFor(folder string) Means {
	return Means{Folder: folder, Version: "test", Sample: os.DirFS("../../testdata/sample"), Fonts: func(string, string) face.Set { return face.Embedded() },
		Day: func() period.Date { return period.Date{Year: 2021, Month: 10, Day: 9} }, Say: func(string, ...any) {}}
}

// visit opens a copy of the sample year.
func visit(t *testing.T) *visitor {
	t.Helper()
	return visitYear(t, sampleYear(t))
}

// visitPart opens the first quarter of the sample year, for what does not hang on the rest.
func visitPart(t *testing.T) *visitor {
	t.Helper()
	folder := sampleYear(t)
	for _, quarter := range []string{"第二季度", "第三季度", "第四季度"} {
		os.RemoveAll(filepath.Join(folder, quarter))
	}
	return visitYear(t, folder)
}

func sampleYear(t *testing.T) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "2021")
	if err := os.CopyFS(folder, os.DirFS("../../testdata/sample")); err != nil {
		t.Fatal(err)
	}
	return folder
}

func visitYear(t *testing.T, folder string) *visitor {
	t.Helper()
	v := visitFolder(t, folder)
	if err := v.page.Open(folder); err != nil {
		t.Fatal(err)
	}
	v.page.current().Settle()
	return v
}

func visitFolder(t *testing.T, folder string) *visitor {
	t.Helper()
	p, err := New(meansFor(folder), port)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if y := p.current(); y != nil {
			y.End()
		}
	})
	v := &visitor{T: t, page: p, handler: p.Handler()}
	address, err := url.Parse(p.Address())
	if err != nil {
		t.Fatal(err)
	}
	got := v.send(httptest.NewRequest("GET", address.RequestURI(), nil))
	for _, c := range got.Cookies() {
		v.cookie = c
	}
	if v.cookie == nil {
		t.Fatal("no cookie was given")
	}
	return v
}

func (v *visitor) send(r *http.Request) *http.Response {
	r.Host = fmt.Sprintf("127.0.0.1:%d", port)
	if v.cookie != nil {
		r.AddCookie(v.cookie)
	}
	w := httptest.NewRecorder()
	v.handler.ServeHTTP(w, r)
	return w.Result()
}

// get returns a screen.
func (v *visitor) get(path string) string {
	v.Helper()
	got := v.send(httptest.NewRequest("GET", path, nil))
	text, _ := io.ReadAll(got.Body)
	if got.StatusCode != http.StatusOK {
		v.Fatalf("GET %s: %d %s", path, got.StatusCode, text)
	}
	return string(text)
}

// post sends a form and returns the screen that it leads to.
func (v *visitor) post(path string, pairs ...string) string {
	v.Helper()
	form := url.Values{}
	for i := 0; i < len(pairs); i += 2 {
		form.Set(pairs[i], pairs[i+1])
	}
	r := httptest.NewRequest("POST", path, strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	return v.follow(path, v.send(r))
}

func (v *visitor) follow(path string, got *http.Response) string {
	v.Helper()
	if got.StatusCode != http.StatusSeeOther {
		text, _ := io.ReadAll(got.Body)
		v.Fatalf("POST %s: %d %s", path, got.StatusCode, text)
	}
	to, _, _ := strings.Cut(got.Header.Get("Location"), "#")
	return v.get(to)
}

// sent is a file that is inbox.Dropped: what the browser calls it, and what it holds.
type sent struct {
	name string
	data []byte
}

func (v *visitor) drop(quarter string, files ...sent) string {
	v.Helper()
	body, kind := formWith(v.T, quarter, files...)
	r := httptest.NewRequest("POST", "/drop", body)
	r.Header.Set("Content-Type", kind)
	got := v.send(r)
	v.dropped()
	return v.follow("/drop", got)
}

// formWith is a form as a browser sends it, and its kind.
func formWith(t *testing.T, quarter string, files ...sent) (body *bytes.Buffer, kind string) {
	t.Helper()
	body = &bytes.Buffer{}
	m := multipart.NewWriter(body)
	m.WriteField("quarter", quarter)
	for _, f := range files {
		head := textproto.MIMEHeader{}
		head.Set("Content-Disposition", fmt.Sprintf(`form-data; name="files"; filename="%s"`, f.name))
		part, err := m.CreatePart(head)
		if err != nil {
			t.Fatal(err)
		}
		part.Write(f.data)
	}
	m.Close()
	return body, m.FormDataContentType()
}

// dropped is what was dropped last, all of it told.
func (v *visitor) dropped() []inbox.Dropped {
	v.Helper()
	y := v.page.current()
	v.page.drops.Wait(y, time.Minute)
	files, telling := v.page.drops.List(y)
	if telling {
		v.Fatal("it is never said what the files are")
	}
	return files
}

// read is the last reading of the year that is open.
func (v *visitor) read() *questions.Reading {
	s, _, _ := v.page.current().State()
	return s
}

func (v *visitor) settle() { v.page.current().Settle() }

func (v *visitor) has(screen string, words ...string) {
	v.Helper()
	for _, w := range words {
		if !strings.Contains(screen, w) {
			v.Errorf("the screen lacks %q:\n%s", w, plainly(screen))
		}
	}
}

var tags = regexp.MustCompile(`(?s)<[^>]*>|\s+`)

func plainly(screen string) string {
	text := tags.ReplaceAllString(screen, " ")
	return text[:min(len(text), 3000)]
}

// tree is what lies in a folder, by path; what only an open page keeps there is left out.
func tree(t *testing.T, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(path string, d os.DirEntry, err error) error {
		if err != nil || strings.HasPrefix(d.Name(), pageRecord) {
			return err
		}
		rel, _ := filepath.Rel(folder, path)
		files[rel] = "folder"
		if !d.IsDir() {
			data, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			files[rel] = string(data)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// differ names what differs between two folders.
func differ(a, b map[string]string) (names []string) {
	for name, data := range a {
		if other, there := b[name]; !there || other != data {
			names = append(names, name)
		}
	}
	for name := range b {
		if _, there := a[name]; !there {
			names = append(names, name)
		}
	}
	return names
}

func httpGet(path string) *http.Request { return httptest.NewRequest("GET", path, nil) }

// lockOut writes into a folder as another run would.
func lockOut(t *testing.T, folder string) (release func()) {
	t.Helper()
	release, ok, err := outputs.Alone(folder, ".taizhang.lock")
	if err != nil || !ok {
		t.Fatal(ok, err)
	}
	return release
}
