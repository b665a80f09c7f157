package block

import "regexp"

// bullet is a sign that stands before a title.
var bullet = regexp.MustCompile(`^\s*[·•●○■□▪◆◇★☆▲△➤▶]+`)

// Bullet returns the sign that a text begins with, "" for none.
func Bullet(text string) string { return bullet.FindString(text) }
