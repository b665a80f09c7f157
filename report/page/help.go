package page

import (
	"html/template"
	"net/http"

	"taizhang/docs"
	"taizhang/report/manual"
)

// showHelp is the manual.
func (p *Page) showHelp(w http.ResponseWriter, r *http.Request) {
	body, err := manual.Body(func(name string, _ []byte) string { return "/help/" + name })
	if err != nil {
		panic(err) // it is embedded, and a test of the manual reads it
	}
	p.show(w, r, "help", "帮助", p.current(), template.HTML(body)) // made by package manual alone; what stands in it is escaped
}

// showPicture is a picture of the manual.
func (p *Page) showPicture(w http.ResponseWriter, r *http.Request) {
	data, err := docs.Picture(r.PathValue("name"))
	if err != nil {
		http.Error(w, "没有这张图。", http.StatusNotFound)
		return
	}
	w.Header().Set("Content-Type", "image/png")
	w.Write(data)
}
