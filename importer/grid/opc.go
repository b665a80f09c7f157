package grid

import (
	"path"
	"strings"
)

// relation is an arrow from one part to another part or to the outside.
type relation struct {
	kind, target string // kind is the last word of the type: worksheet, styles, hyperlink
	external     bool
}

// relations are those of one part.
type relations struct {
	list []relation     // in the order of the file
	byID map[string]int // place in list
}

func (r relations) find(id string) (relation, bool) {
	i, ok := r.byID[id]
	if !ok {
		return relation{}, false
	}
	return r.list[i], true
}

// mainPart finds the part that the package starts from.
func mainPart(zip *archive, usual string) (string, *refusal) {
	if !zip.has("_rels/.rels") {
		return usual, nil
	}
	parts, bad := relationsOf(zip, "")
	if bad != nil {
		return "", bad
	}
	for _, rel := range parts.list {
		if rel.kind == "officeDocument" && zip.has(rel.target) {
			return rel.target, nil
		}
	}
	return usual, nil
}

// relationsOf reads the relations of a part; none where nothing lists them.
func relationsOf(zip *archive, part string) (relations, *refusal) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if !zip.has(name) {
		return relations{}, nil
	}
	x, bad := zip.xml(name)
	if bad != nil {
		return relations{}, bad
	}
	found := relations{byID: map[string]int{}}
	for range x.children() {
		for tag := range x.children() {
			if tag != "Relationship" {
				continue
			}
			kind, target := x.attr("Type"), x.attr("Target")
			rel := relation{kind: kind[strings.LastIndexByte(kind, '/')+1:], target: target, external: strings.EqualFold(x.attr("TargetMode"), "External")}
			if !rel.external {
				rel.target = resolveTarget(dir, target)
			}
			found.byID[x.attr("Id")] = len(found.list)
			found.list = append(found.list, rel)
		}
	}
	return found, x.bad
}

// resolveTarget turns the target of an inner relation into a part's name.
func resolveTarget(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", dir, target), "/")
}
