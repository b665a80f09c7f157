package legend

import (
	"regexp"
)

// signed is what a sign is put for, in the writer's own words: 动过手的打“√”.
var signed = regexp.MustCompile(`([^，。；;、：:（）()\s]{2,20})[的者](?:一律|均|请|就)?(?:打|画|划|标|记|填|写|用)[“"「『]?([` + puttable + `])`)

// puttable are the signs that may be put for something: a text without them says of none.
const puttable = "√✓✔×✗✕○●◎△▲☆★"

// dashes part a colour from its meaning: 绿色——已完成.
var dashes = regexp.MustCompile(`\s*(?:—{1,2}|－{1,2}|-{2})\s*`)

// explained is a word whose meaning a note states: “达到”指本季度节点按期做到.
var explained = regexp.MustCompile(`[“"「『]([^”"」』]{1,6})[”"」』](?:栏)?\s*(?:指|表示|为|即|是指|是|[=＝：:])([^；;。“"「『]{2,30})`)

// letters are several letters, each with its meaning: A已完成 B推进中.
var letters = regexp.MustCompile(`A\s*[-－—:：.、]?\s*\p{Han}[^A-Z]*B\s*[-－—:：.、]?\s*\p{Han}`)

// lettered is a letter with its meaning behind a space.
var lettered = regexp.MustCompile(`[A-Z]\s+\p{Han}`)

// equated is a word or a letter whose meaning a note gives without marks: 在办=正在推进, A 已办结.
var equated = regexp.MustCompile(`(?:^|[；;。，,、：:\s])(?:([\p{Han}]{1,4}|[A-Z])\s*[=＝]|([A-Z])\s+)\s*([^；;。，,、“"「『=＝(（]{2,20})`)
