package roster

import "taizhang/importer/period"

// Active is when a requirement or a department counts: from 启用 until before 停用.
type Active struct {
	From, Until period.Quarter // zero for open
	Note        string         // 调整说明
}

// In reports whether quarter q counts.
func (a Active) In(q period.Quarter) bool {
	return (a.From.IsZero() || !q.Before(a.From)) && (a.Until.IsZero() || q.Before(a.Until))
}

// Party is a department, or a collective (各股室), as the list names it.
type Party struct {
	Name       string     // roster name where one is known, else as written
	Collective Collective // "" for a single department
}

// Collective is a group of departments that the list names by one word.
type Collective string

const (
	AllSections   Collective = "各股室"  // every 股室
	OtherSections Collective = "其他股室" // every 股室 but those named in the same cell
	Affiliates    Collective = "属下单位" // every 属下单位
	Everyone      Collective = "各单位"  // every 股室 and every 属下单位
)
