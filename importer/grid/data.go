package grid

// DataKeys begin each 台账.json, a line each.
var DataKeys = []string{"{", `"version":`, `"year":`, `"unit":`, `"as_of":`}
