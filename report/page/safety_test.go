package page

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"go/parser"
	"go/token"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"taizhang/importer/grid"
	"taizhang/importer/ledger"
	"taizhang/report/page/questions"
)

// gets are all screens and files that are asked for by GET, posts all that is done by POST.
var (
	gets  = []string{"/", "/list", "/settings", "/board", "/board?q=2", "/headings", "/headings?all=1", "/check", "/alike?q=0", "/results", "/kanban", "/slips", "/issued?q=1", "/file/00", "/help", "/help/board.png", "/style.css", "/page.js", "/icon.svg"}
	posts = []string{"/choose", "/make", "/close", "/forms", "/take", "/same", "/set", "/drop", "/received", "/move", "/heading", "/decide", "/accept", "/undo", "/final", "/build", "/stop", "/alive", "/bye", "/quit"}
)

func TestGetChangesNothing(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	before := tree(t, folder)
	for _, path := range gets {
		v.send(httptest.NewRequest("GET", path, nil))
	}
	for _, path := range posts { // what changes anything is not even looked for under GET
		if got := v.send(httptest.NewRequest("GET", path, nil)); got.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("GET %s: %d", path, got.StatusCode)
		}
	}
	v.settle()
	if names := differ(before, tree(t, folder)); len(names) > 0 {
		t.Errorf("asking changed %v", names)
	}
}

func TestEveryAddressIsGuarded(t *testing.T) {
	v := visitPart(t)
	before := tree(t, v.page.current().Folder)
	for _, c := range []struct {
		what   string
		change func(*http.Request)
	}{
		{"without the token", func(r *http.Request) { r.Header.Del("Cookie") }},
		{"under another name", func(r *http.Request) { r.Host = "evil.example:4711"; r.Header.Set("Sec-Fetch-Site", "same-origin") }},
	} {
		for _, method := range []string{"GET", "POST"} {
			for _, path := range slices.Concat(gets, posts) {
				v.refused(c.what, method, path, c.change)
			}
		}
	}
	for _, path := range posts {
		v.refused("from another page", "POST", path, func(r *http.Request) { r.Header.Set("Sec-Fetch-Site", "cross-site") })
		v.refused("from another origin", "POST", path, func(r *http.Request) { r.Header.Set("Origin", "http://evil.example") })
	}
	if names := differ(before, tree(t, v.page.current().Folder)); len(names) > 0 {
		t.Errorf("refused requests changed %v", names)
	}
}

func (v *visitor) refused(what, method, path string, change func(*http.Request)) {
	v.Helper()
	r := httptest.NewRequest(method, path, nil)
	r.Host = "127.0.0.1:4711"
	r.AddCookie(v.cookie)
	change(r)
	w := httptest.NewRecorder()
	v.handler.ServeHTTP(w, r)
	if w.Code != http.StatusForbidden || w.Header().Get("Content-Security-Policy") == "" || w.Header().Get("Cache-Control") != "no-store" {
		v.Errorf("%s, %s %s: %d", what, method, path, w.Code)
	}
}

func TestFilesAreNamedByIDsAlone(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	secret := filepath.Join(filepath.Dir(y.Folder), "secret.txt")
	os.WriteFile(secret, []byte("secret"), 0o600)
	outside := v.page.ids.Of(secret) // also an ID that was given out leads nowhere else
	for _, path := range []string{"/file/" + outside, "/file/..%2f..%2fsecret.txt", "/file/../../secret.txt", "/file//etc/passwd", "/file/000000000000000000000000"} {
		if got := v.send(httptest.NewRequest("GET", path, nil)); got.StatusCode == http.StatusOK {
			t.Errorf("%s: %d", path, got.StatusCode)
		}
	}
	if err := os.Symlink(secret, filepath.Join(y.Folder, "link.txt")); err == nil {
		if got := v.send(httptest.NewRequest("GET", "/file/"+v.page.ids.Of(filepath.Join(y.Folder, "link.txt")), nil)); got.StatusCode == http.StatusOK {
			t.Error("a link led out of the year")
		}
	}
	for _, c := range []struct{ path, id string }{{"/choose", secret}, {"/choose", ".."}, {"/move", secret}, {"/move", outside}} {
		r := httptest.NewRequest("POST", c.path, strings.NewReader("id="+c.id))
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		if got := v.send(r); got.StatusCode != http.StatusNotFound {
			t.Errorf("POST %s id=%s: %d", c.path, c.id, got.StatusCode)
		}
	}
	if _, err := os.Stat(secret); err != nil {
		t.Error(err)
	}
}

func TestDownloadsAreAttachments(t *testing.T) {
	v := visitPart(t)
	id := regexp.MustCompile(`/file/[0-9a-f]+`).FindString(v.get("/board?q=1"))
	got := v.send(httptest.NewRequest("GET", id, nil))
	if got.StatusCode != http.StatusOK || !strings.HasPrefix(got.Header.Get("Content-Disposition"), "attachment") || got.Header.Get("Content-Type") != "application/octet-stream" {
		t.Errorf("%s: %d %v", id, got.StatusCode, got.Header)
	}
}

func TestDroppedFilesStayInTheYearAndReplaceNothing(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	before := tree(t, folder)
	list, _ := os.ReadFile(filepath.Join(folder, "任务清单.xlsx"))
	v.drop("第二季度", sent{"../../任务清单.xlsx", []byte("x")}, sent{`..\\核定.jsonl`, []byte("x")}, sent{"../../../out.xlsx", list})
	v.drop("第二季度", sent{"out.xlsx", append(slices.Clone(list), 0)})
	v.settle()
	after := tree(t, folder)
	for name, data := range before {
		if after[name] != data {
			t.Errorf("%s was changed", name)
		}
	}
	for _, name := range []string{"第二季度/任务清单.xlsx", "第二季度/核定.jsonl", "第二季度/out.xlsx", "第二季度/out（第2份）.xlsx"} {
		if _, there := after[filepath.FromSlash(name)]; !there {
			t.Errorf("%s is not there", name)
		}
	}
	if entries, _ := os.ReadDir(filepath.Dir(folder)); len(entries) != 1 {
		t.Errorf("beside the year lie %v", entries)
	}
}

func TestAFolderThatLeadsOutOfTheYearIsNotWrittenTo(t *testing.T) {
	folder, outside := sampleYear(t), t.TempDir()
	os.RemoveAll(filepath.Join(folder, "第四季度"))
	if err := os.Symlink(outside, filepath.Join(folder, "第四季度")); err != nil {
		t.Skip(err)
	}
	v := visitYear(t, folder)
	v.has(v.drop("第四季度", sent{"a.xlsx", []byte("x")}), "没有存下")
	if entries, _ := os.ReadDir(outside); len(entries) > 0 {
		t.Errorf("outside lie %v", entries)
	}
}

func TestWhatIsDroppedIsHeldToTheLimits(t *testing.T) {
	v := visitPart(t)
	before := tree(t, v.page.current().Folder)
	screen := v.drop("第一季度", sent{"big.xlsx", make([]byte, grid.MaxFileBytes+1)})
	v.has(screen, "没有存下：超过64兆")
	bomb := zipped(t, map[string][]byte{"big.csv": make([]byte, 40<<20), "ok.csv": []byte("a,b\n")})
	screen = v.drop("第一季度", sent{"bomb.zip", bomb})
	v.has(screen, "压缩得太厉害", "ok.csv")
	v.settle()
	if names := differ(before, tree(t, v.page.current().Folder)); len(names) != 1 || filepath.Base(names[0]) != "ok.csv" {
		t.Errorf("stored were %v", names)
	}
}

func zipped(t *testing.T, members map[string][]byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, data := range members {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		w.Write(data)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestMembersOfAZipAreFilesLikeOthers(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	data, err := os.ReadFile(filepath.Join(folder, "任务清单.xlsx"))
	if err != nil {
		t.Fatal(err)
	}
	v.drop("第一季度", sent{"all.zip", zipped(t, map[string][]byte{"../../../evil.xlsx": data, "a/b/x.csv": []byte("1"), ".hidden": []byte("1"), "__MACOSX/x.csv": []byte("1")})})
	v.settle()
	after := tree(t, folder)
	for _, name := range []string{"第一季度/evil.xlsx", "第一季度/x.csv"} {
		if _, there := after[filepath.FromSlash(name)]; !there {
			t.Errorf("%s is not there", name)
		}
	}
	if entries, _ := os.ReadDir(filepath.Join(folder, "第一季度")); slices.ContainsFunc(entries, func(e os.DirEntry) bool { return strings.Contains(e.Name(), "hidden") }) {
		t.Error("what a program hides is stored")
	}
	if _, err := os.Stat(filepath.Join(folder, "..", "..", "..", "evil.xlsx")); err == nil {
		t.Error("a member left the year")
	}
}

func TestTextsAreNeverMarkup(t *testing.T) {
	folder := sampleYear(t)
	const attack = `<script>alert(1)</script><img src=x onerror=alert(1)>`
	f := excelize.NewFile()
	for i, row := range [][]any{{"填报单位：" + attack}, {"序号", "具体要求", attack, "完成情况", "完成状态"}, {1, attack, attack, attack, attack}, {2, attack + "二", attack, attack, "已完成" + attack}} {
		f.SetSheetRow("Sheet1", "A"+string(rune('1'+i)), &row)
	}
	if err := f.SaveAs(filepath.Join(folder, "第二季度", "attack&x=1 onload=1.xlsx")); err != nil {
		t.Fatal(err)
	}
	v := visitYear(t, folder)
	v.drop("第二季度", sent{"<script>alert(1)<.xlsx", []byte("x")})
	v.settle()
	seen := false
	for _, path := range []string{"/", "/list", "/board?q=2", "/headings?all=1", "/check", "/results", "/kanban"} {
		screen := v.get(path)
		if strings.Contains(screen, "<script>alert") || strings.Contains(screen, "<img src=x") {
			t.Errorf("%s shows a text as markup", path)
		}
		seen = seen || strings.Contains(screen, "&lt;script&gt;alert")
	}
	for i := range v.read().Questions {
		id := questions.ID(&v.read().Questions[i])
		screen := v.get("/check?q=" + id)
		if strings.Contains(screen, "/alike?q=") {
			screen += v.get("/alike?q=" + id)
		}
		if strings.Contains(screen, "<script>alert") || strings.Contains(screen, "<img src=x") {
			t.Errorf("a card shows a text as markup")
		}
		seen = seen || strings.Contains(screen, "&lt;script&gt;alert")
	}
	if !seen {
		t.Error("no screen shows the text at all: the test looks in the wrong place")
	}
}

// Nothing that a screen needs comes from anywhere else, and the policy would not let it through.
func TestScreensNeedNothingFromElsewhere(t *testing.T) {
	elsewhere := regexp.MustCompile(`(?i)(src|href|url|action|import)\s*[=(:]\s*["']?(https?:)?//`)
	inline := regexp.MustCompile(`(?i)\sstyle=|\son[a-z]+=|javascript:|<style`)
	v := visitPart(t)
	for _, path := range []string{"/", "/list", "/board", "/headings", "/check", "/results", "/help", "/style.css", "/page.js", "/icon.svg"} {
		screen := v.get(path)
		if m := elsewhere.FindString(screen); m != "" {
			t.Errorf("%s asks elsewhere: %s", path, m)
		}
		if m := inline.FindString(screen); m != "" && strings.HasPrefix(screen, "<!doctype") {
			t.Errorf("%s holds %s, which the policy stops", path, m)
		}
	}
}

// No connection is ever made: nothing in the page can dial.
func TestThePageCallsNobody(t *testing.T) {
	for _, pattern := range []string{"*.go", "*/*.go"} {
		files, _ := filepath.Glob(pattern)
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			if m := regexp.MustCompile(`net\.Dial|http\.(Get|Post|Head|Client|DefaultClient|NewRequest|Transport)\b|ListenAndServe|ListenPacket`).FindString(string(data)); m != "" {
				t.Errorf("%s uses %s", name, m)
			}
			file, err := parser.ParseFile(token.NewFileSet(), name, data, parser.ImportsOnly)
			if err != nil {
				t.Fatal(err)
			}
			for _, i := range file.Imports {
				if p := strings.Trim(i.Path.Value, `"`); p == "net" && name != "guard/listen.go" || p == "os/exec" || p == "net/rpc" || p == "net/smtp" {
					t.Errorf("%s imports %s", name, p)
				}
			}
		}
	}
}

func TestOneYearOnePage(t *testing.T) {
	v := visitPart(t)
	folder := v.page.current().Folder
	other, err := New(meansFor(folder), 4712)
	if err != nil {
		t.Fatal(err)
	}
	err = other.Open(folder)
	running, ok := err.(*RunningError)
	if !ok || running.Address != v.page.Address() {
		t.Fatalf("opened twice: %v", err)
	}
	info, err := os.Stat(filepath.Join(folder, pageRecord))
	if err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("the record of the running page: %v %v", info, err)
	}
	v.post("/close")
	if err := other.Open(folder); err != nil {
		t.Fatalf("after the first one was closed: %v", err)
	}
	other.current().End()
	for _, name := range []string{pageRecord, pageLock} {
		if _, err := os.Stat(filepath.Join(folder, name)); err == nil {
			t.Errorf("%s stays behind", name)
		}
	}
}

// A year that lies as it is shown is not read once more for a build; one that changed is.
func TestABuildIsOfWhatLiesThere(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	build := func() *questions.Reading {
		v.post("/build")
		y.Job().Wait()
		if said := y.Job().State(); said.Failed != "" {
			t.Fatal(said.Failed)
		}
		now, _, _ := y.State()
		return now
	}
	shown, _, _ := y.State()
	if build() != shown {
		t.Error("what was just read is read again")
	}
	first := shown.Read.Inputs[0].File
	if err := os.Remove(filepath.Join(y.Folder, first)); err != nil {
		t.Fatal(err)
	}
	if built := build(); built == shown || slices.ContainsFunc(built.Read.Inputs, func(in ledger.Input) bool { return in.File == first }) {
		t.Error("what is gone is built from")
	}
	data, err := os.ReadFile(filepath.Join(y.Out, "台账.json"))
	if err != nil || strings.Contains(string(data), filepath.Base(first)) {
		t.Error("what is gone stands in the ledger", err)
	}
}

func TestOneBuildAtATime(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	v.post("/build")
	first := y.Job()
	v.post("/build")
	if y.Job() != first {
		t.Error("a second build began while the first was at work")
	}
	first.Wait()
	if said := first.State(); said.Failed != "" {
		t.Error(said.Failed)
	}
}

func TestTheRecordIsNoReturn(t *testing.T) {
	v := visitPart(t)
	y := v.page.current()
	y.Again()
	v.settle()
	for _, in := range v.read().Ledger.Inputs {
		if strings.HasPrefix(filepath.Base(in.File), ".taizhang") {
			t.Errorf("%s is among the files", in.File)
		}
	}
	var r record
	data, _ := os.ReadFile(filepath.Join(y.Folder, pageRecord))
	if json.Unmarshal(data, &r) != nil || r.Address == "" {
		t.Errorf("record %s", data)
	}
}
