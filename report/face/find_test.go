package face

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"taizhang/templates/faces"
)

// folder makes a folder of fonts: file names with the embedded face that each holds.
func folder(t *testing.T, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func used(s Set) map[Role]string {
	by := map[Role]string{}
	for _, u := range s.Uses() {
		if u.File != "" {
			by[u.Role] = filepath.Base(u.File)
		}
	}
	return by
}

func TestFind(t *testing.T) {
	cut := func(chars string) []byte {
		c, err := Embedded().Font(Sub).Cut([]rune("的一，。"+chars), nil)
		if err != nil {
			t.Fatal(err)
		}
		return c.Data
	}
	small := cut("")
	dir := folder(t, map[string][]byte{
		"SIMFANG.TTF":                  small,
		"truetype/office/simhei.ttf":   []byte("<html>404</html>"),
		"truetype/office/方正黑体_GBK.ttf": small,
		"simsun.ttc":                   collected(small),
		"机关专用仿宋.ttf":                   small,
		"a/b/c/d/e/f/simkai.ttf":       small,
		"year/字体/仿宋.ttf":               small,
		"year/楷体.ttf":                  small,
		"arial.ttf":                    small,
		"FZXBSJW.TTF":                  append([]byte("OTTO"), faces.Sub()[4:400]...),
	})
	for name, tc := range map[string]struct {
		wanted string
		want   map[Role]string
		refuse []string // file: part of why
	}{
		"searched": {"", map[Role]string{Body: "SIMFANG.TTF", Heading: "方正黑体_GBK.ttf", Sub: "楷体.ttf", Number: "simsun.ttc"},
			[]string{"FZXBSJW.TTF", "simhei.ttf|不是字体文件，或文件已损坏|黑体改用方正黑体_GBK.ttf"}},
		"embedded":    {"内置", nil, nil},
		"named":       {"机关专用仿宋.ttf、simsun.ttc", map[Role]string{Body: "机关专用仿宋.ttf", Number: "simsun.ttc"}, nil},
		"with a role": {"小标宋：arial.ttf；楷体=simfang.ttf", map[Role]string{Title: "arial.ttf", Sub: "SIMFANG.TTF"}, nil},
		"no role":     {"arial.ttf", nil, []string{"看不出"}},
		"not there":   {"nowhere.ttf", nil, []string{"没有找到"}},
		"by its path": {filepath.Join(dir, "SIMFANG.TTF") + "；黑体：字体/仿宋.ttf", map[Role]string{Body: "SIMFANG.TTF", Heading: "仿宋.ttf"}, nil},
		"beside":      {"楷体.ttf", map[Role]string{Sub: "楷体.ttf"}, nil},
		"wrong path":  {"仿宋：字体/simfang.ttf、黑体：simhei.ttf", nil, []string{"字体/simfang.ttf|没有这个文件|仿宋改用内置字体", "不是字体文件，或文件已损坏|黑体改用内置字体"}},
	} {
		t.Run(name, func(t *testing.T) {
			set, refused := Find(tc.wanted, filepath.Join(dir, "year"), []string{filepath.Join(dir, "missing"), dir})
			got := used(set)
			if len(got) != len(tc.want) {
				t.Errorf("found %v, want %v", got, tc.want)
			}
			for role, file := range tc.want {
				if got[role] != file {
					t.Errorf("%s is %q, want %q", role.Label(), got[role], file)
				}
			}
			if len(refused) != len(tc.refuse) {
				t.Errorf("refused %v, want %d", refused, len(tc.refuse))
			}
			for _, part := range tc.refuse {
				if !slices.ContainsFunc(refused, func(r Refusal) bool { return strings.Contains(r.File+"|"+r.Why+"|"+r.Instead, part) }) {
					t.Errorf("refused %v, want one with %q", refused, part)
				}
			}
			for role := Title; role < roles; role++ { // whatever was found, every role prints
				if set.Pick(role, '税') == nil {
					t.Errorf("%s can't print 税", role.Label())
				}
			}
		})
	}
}

func TestPlaces(t *testing.T) {
	for _, tc := range []struct{ goos, want string }{
		{"windows", `C:\Windows\Fonts`},
		{"darwin", filepath.Join("home", "Library", "Fonts")},
		{"linux", filepath.Join("home", ".local", "share", "fonts")},
	} {
		places := Places(tc.goos, "home", "program")
		if !slices.Contains(places, tc.want) || places[0] != filepath.Join("program", "fonts") {
			t.Errorf("%s: %q lacks %q", tc.goos, places, tc.want)
		}
	}
}
