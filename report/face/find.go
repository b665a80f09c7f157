package face

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Builtin is the word of 设置 字体 for the embedded faces.
const Builtin = "内置"

// Refusal is a font file that can't be used, why, and what prints its role, in words for
// the office.
type Refusal struct {
	File, Why string
	Instead   string // 仿宋改用内置字体; "" where its role is not known

	role Role
}

// Find returns the faces to print with. wanted is 设置 字体: 内置 for the embedded faces;
// empty to look in dirs for the office's own; else files, divided by 、 or ； or ， and each
// with its role before it (仿宋：simfang.ttf) or known by its name. A file is named by its
// whole path, by its path from folder, or by its name alone if it lies in folder or below
// dirs. A role for which nothing fits is printed with the embedded face.
func Find(wanted, folder string, dirs []string) (Set, []Refusal) {
	s, refused := find(wanted, folder, dirs)
	for i, r := range refused {
		if r.role == roles {
			continue
		}
		instead := "内置字体"
		if f := s.byRole[r.role]; f.File != "" {
			instead = filepath.Base(f.File)
		}
		refused[i].Instead = r.role.Label() + "改用" + instead
	}
	return s, refused
}

func find(wanted, folder string, dirs []string) (Set, []Refusal) {
	s := Embedded()
	wanted = strings.TrimSpace(wanted)
	if wanted == Builtin {
		return s, nil
	}
	var refused []Refusal
	have := look(dirs)
	if wanted != "" {
		for _, w := range wishes(wanted) {
			refused = append(refused, s.take(w.role, located(w.file, folder, have), w.file)...)
		}
		return s, refused
	}
	for role, files := range known {
		for _, file := range files {
			if have[file] == "" {
				continue
			}
			why := s.take(Role(role), have[file], file)
			if why == nil {
				break
			}
			refused = append(refused, why...)
		}
	}
	return s, refused
}

// located returns where a named file lies, "" for nowhere.
func located(file, folder string, have map[string]string) string {
	path := file
	if !filepath.IsAbs(path) {
		path = filepath.Join(folder, path)
	}
	if _, err := os.Stat(path); err == nil {
		return path
	}
	if filepath.Base(file) != file {
		return "" // another file of that name is not the one that was meant
	}
	return have[strings.ToLower(file)]
}

// take puts the face of the file at path in the role, or says why not. file is how the
// office calls it.
func (s *Set) take(role Role, path, file string) []Refusal {
	if path == "" {
		why := "在字体文件夹中没有找到"
		if filepath.Base(file) != file {
			why = "没有这个文件"
		}
		return []Refusal{{File: file, Why: why, role: role}}
	}
	if role == roles {
		return []Refusal{{File: path, Why: "看不出用作哪种字体，请写成“仿宋：文件名”的样式", role: role}}
	}
	f, err := load(path)
	if err != nil {
		return []Refusal{{File: path, Why: err.Error(), role: role}}
	}
	s.byRole[role] = f
	return nil
}

// maxFont bounds what is read as a font; the largest Chinese collections have 40 MB.
const maxFont = 128 << 20

func load(path string) (*Font, error) {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() {
		return nil, errNotFont
	}
	if info.Size() > maxFont {
		return nil, fmt.Errorf("文件过大（超过 %d MB）", maxFont>>20)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("文件读不出来（%v）", err)
	}
	fonts, err := Open(data)
	if err != nil {
		return nil, err
	}
	fonts[0].File = path
	return fonts[0], nil
}

// Bounds of the search: a folder of fonts is flat or a few levels deep.
const (
	maxDepth = 5
	maxFiles = 20000
)

// look returns the font files below the folders by their names in lower case; of two with
// one name the earlier folder's counts.
func look(dirs []string) map[string]string {
	have := map[string]string{}
	seen := 0
	for _, dir := range dirs {
		_ = filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
			if seen++; seen > maxFiles {
				return fs.SkipAll
			}
			if err != nil {
				return fs.SkipDir // a folder that can't be read, or is not there
			}
			rel, _ := filepath.Rel(dir, path)
			if d.IsDir() && strings.Count(rel, string(filepath.Separator)) >= maxDepth {
				return fs.SkipDir
			}
			name := strings.ToLower(d.Name())
			switch filepath.Ext(name) {
			case ".ttf", ".ttc", ".otf":
				if have[name] == "" && !d.IsDir() {
					have[name] = path
				}
			}
			return nil
		})
	}
	return have
}

type wish struct {
	role Role
	file string
}

// wishes reads 设置 字体. A file whose role is neither said nor known has the role roles.
func wishes(wanted string) []wish {
	var list []wish
	for _, item := range strings.FieldsFunc(wanted, func(r rune) bool { return strings.ContainsRune("、；;，,\n", r) }) {
		w := wish{role: roles, file: strings.TrimSpace(item)}
		for _, mark := range []string{"：", ":", "=", "＝"} {
			if said, file, ok := strings.Cut(item, mark); ok && roleOf(strings.TrimSpace(said)) != roles {
				w = wish{roleOf(strings.TrimSpace(said)), strings.TrimSpace(file)}
				break
			}
		}
		if w.role == roles {
			w.role = usualRole(w.file)
		}
		if w.file != "" {
			list = append(list, w)
		}
	}
	return list
}

func roleOf(label string) Role {
	for r := Title; r < roles; r++ {
		if r.Label() == label {
			return r
		}
	}
	return roles
}

// usualRole tells a file's role by its name: a known one, or one that says it.
func usualRole(file string) Role {
	name := strings.ToLower(filepath.Base(file))
	for role, files := range known {
		for _, k := range files {
			if k == name {
				return Role(role)
			}
		}
	}
	for r := Title; r < roles; r++ {
		if strings.Contains(name, r.Label()) {
			return r
		}
	}
	return roles
}
