package manual

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"html"
	"image/png"
	"strings"

	"taizhang/docs"
)

// Page is the manual as one file that needs nothing else: 使用手册.html of a release.
func Page(version string) (string, error) {
	body, err := Body(func(name string, data []byte) string {
		return "data:image/png;base64," + base64.StdEncoding.EncodeToString(data)
	})
	if err != nil {
		return "", err
	}
	return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>台账使用手册</title>
<style>` + style + `</style></head>
<body><main>` + body + `<p class="quiet">taizhang ` + html.EscapeString(version) + `</p></main></body></html>
`, nil
}

const style = `body{margin:0;background:#f6f5f1;color:#23272d;font:16px/1.75 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}main{max-width:54rem;margin:0 auto;padding:2rem 1.2rem 4rem}h1{font-size:1.8rem;margin:0}h2{font-size:1.25rem;margin:2.4rem 0 .6rem;border-top:1px solid #dcd9cf;padding-top:1.4rem}p,ul,dl,pre,table,figure{margin:.8rem 0}nav ol{columns:14rem;margin:1rem 0;padding-left:1.4rem}a{color:#1f5f52}code,pre,dt{font-family:ui-monospace,Consolas,"Noto Sans Mono CJK SC",monospace}code{background:#ebe8de;border-radius:4px;padding:.05em .35em}pre{background:#fff;border:1px solid #dcd9cf;border-radius:8px;padding:.8rem 1rem;overflow:auto}dt{font-weight:600;margin-top:.6rem}dd{margin:0 0 0 1.5rem}table{border-collapse:collapse;width:100%;background:#fff}td,th{border:1px solid #dcd9cf;padding:.45rem .7rem;text-align:left;vertical-align:top}figure{margin:1.2rem 0}img{max-width:100%;height:auto;border:1px solid #dcd9cf;border-radius:8px;display:block}figcaption,.quiet{color:#5a6068;font-size:.9rem}@media print{h2{break-after:avoid}figure{break-inside:avoid}}`

// Body is what stands between the borders of a page: src says where a picture lies.
func Body(src func(name string, data []byte) string) (string, error) {
	var b strings.Builder
	all := blocks()
	for _, one := range all {
		switch one.kind {
		case title:
			fmt.Fprintf(&b, "<h1>%s</h1>\n<nav aria-label=\"目录\"><ol>", inline(one.text))
			for n, h := range all {
				if h.kind == heading {
					fmt.Fprintf(&b, `<li><a href="#s%d">%s</a></li>`, n, inline(h.text))
				}
			}
			b.WriteString("</ol></nav>\n")
		case heading:
			fmt.Fprintf(&b, "<h2 id=\"s%d\">%s</h2>\n", index(all, one.text), inline(one.text))
		case paragraph:
			fmt.Fprintf(&b, "<p>%s</p>\n", inline(one.text))
		case bullets:
			b.WriteString("<ul>")
			for _, line := range one.lines {
				fmt.Fprintf(&b, "<li>%s</li>", inline(line))
			}
			b.WriteString("</ul>\n")
		case code:
			fmt.Fprintf(&b, "<pre tabindex=\"0\">%s</pre>\n", html.EscapeString(strings.Join(one.lines, "\n")))
		case table:
			b.WriteString("<table>")
			for n, row := range one.rows {
				cell := "td"
				if n == 0 {
					cell = `th scope="col"`
				}
				b.WriteString("<tr>")
				for _, text := range row {
					fmt.Fprintf(&b, "<%s>%s</%s>", cell, inline(text), cell[:2])
				}
				b.WriteString("</tr>")
			}
			b.WriteString("</table>\n")
		case pairs:
			b.WriteString("<dl>")
			for _, row := range one.rows {
				fmt.Fprintf(&b, "<dt>%s</dt><dd>%s</dd>", html.EscapeString(row[0]), html.EscapeString(row[1]))
			}
			b.WriteString("</dl>\n")
		case picture:
			data, err := docs.Picture(one.file)
			if err != nil {
				return "", err
			}
			size, err := png.DecodeConfig(bytes.NewReader(data))
			if err != nil {
				return "", fmt.Errorf("%s: %w", one.file, err)
			}
			fmt.Fprintf(&b, "<figure><img src=\"%s\" width=\"%d\" height=\"%d\" loading=\"lazy\" alt=\"%s\"><figcaption>%[4]s</figcaption></figure>\n", src(one.file, data), size.Width, size.Height, html.EscapeString(one.text))
		}
	}
	return b.String(), nil
}

func index(all []block, text string) int {
	for n, b := range all {
		if b.kind == heading && b.text == text {
			return n
		}
	}
	return -1
}

func inline(text string) string {
	var b strings.Builder
	for _, s := range spans(text) {
		said := html.EscapeString(s.text)
		switch {
		case s.typed:
			said = "<code>" + said + "</code>"
		case s.strong:
			said = "<strong>" + said + "</strong>"
		}
		b.WriteString(said)
	}
	return b.String()
}
