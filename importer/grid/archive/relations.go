package archive

import (
	"path"
	"strings"

	"taizhang/importer/grid"
)

// relation is an arrow from one part to another part or to the outside.
type relation struct {
	Kind, Target string // kind is the last word of the type: worksheet, styles, hyperlink
	External     bool
}

// relationWeight is about what a relation takes, in bytes.
const relationWeight = 160

// Relations are those of one part.
type Relations struct {
	List []relation     // in the order of the file
	byID map[string]int // place in list
}

func (r Relations) Find(id string) (relation, bool) {
	i, ok := r.byID[id]
	if !ok {
		return relation{}, false
	}
	return r.List[i], true
}

// MainPart finds the part that the package starts from.
func MainPart(zip *Zip, usual string) (string, *grid.Refusal) {
	if !zip.Has("_rels/.rels") {
		return usual, nil
	}
	parts, bad := RelationsOf(zip, "")
	if bad != nil {
		return "", bad
	}
	for _, rel := range parts.List {
		if rel.Kind == "officeDocument" && zip.Has(rel.Target) {
			return rel.Target, nil
		}
	}
	return usual, nil
}

// RelationsOf reads the relations of a part; none where nothing lists them.
func RelationsOf(zip *Zip, part string) (Relations, *grid.Refusal) {
	dir, base := path.Split(part)
	name := dir + "_rels/" + base + ".rels"
	if !zip.Has(name) {
		return Relations{}, nil
	}
	x, bad := zip.XML(name)
	if bad != nil {
		return Relations{}, bad
	}
	found := Relations{byID: map[string]int{}}
	for range x.Children() {
		for tag := range x.Children() {
			if tag != "Relationship" {
				continue
			}
			kind, target := x.Attr("Type"), x.Attr("Target")
			rel := relation{Kind: kind[strings.LastIndexByte(kind, '/')+1:], Target: target, External: strings.EqualFold(x.Attr("TargetMode"), "External")}
			if !rel.External {
				rel.Target = resolveTarget(dir, target)
			}
			x.Hold(relationWeight)
			found.byID[x.Attr("Id")] = len(found.List)
			found.List = append(found.List, rel)
		}
	}
	return found, x.Bad
}

// resolveTarget turns the target of an inner relation into a part's name.
func resolveTarget(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return strings.TrimPrefix(path.Clean(target), "/")
	}
	return strings.TrimPrefix(path.Join("/", dir, target), "/")
}
