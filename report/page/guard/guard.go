// Package guard keeps everybody but the person at this machine away from the page. Loopback is
// no boundary: any page on the web reaches 127.0.0.1, and by rebinding its name becomes of one
// origin with us. So the Host is looked at before anything else, a form of another page is
// refused, and nothing is answered without the token of this run. The package knows nothing of
// what the page shows.
package guard

import (
	"crypto/rand"
	"crypto/subtle"
	"encoding/hex"
	"errors"
	"net/http"
	"strconv"
)

// MaxRequestBytes is what one request may bring along.
const MaxRequestBytes = 512 << 20

// tokenBytes make 128 bits.
const tokenBytes = 16

// Guard knows the port that the page is reached at and the token of this run.
type Guard struct {
	hosts  [3]string
	cookie string
	token  string
	most   int64 // bytes of a request
}

// New returns the guard of a page that listens on the port of this machine.
func New(port int) *Guard {
	p := strconv.Itoa(port)
	var secret [tokenBytes]byte
	_, _ = rand.Read(secret[:]) // it ends the program rather than fail
	return &Guard{
		hosts:  [3]string{"127.0.0.1:" + p, "localhost:" + p, "[::1]:" + p},
		cookie: "taizhang-" + p, // cookies know no ports: two pages must not share one
		token:  hex.EncodeToString(secret[:]),
		most:   MaxRequestBytes,
	}
}

// Address is what is opened and printed: it holds the token, which is good for this run.
func (g *Guard) Address() string { return "http://" + g.hosts[0] + "/?token=" + g.token }

// Wrap lets through to the handler what comes from the page itself.
func (g *Guard) Wrap(next http.Handler) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		refuse(w, "这个请求来自别的网页，没有照办。")
	}))
	inner := cross.Handler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case g.exchanged(w, r):
		case !g.known(r):
			refuse(w, "请用程序打开的那个网址进来：网址在程序的窗口里。")
		default:
			r.Body = http.MaxBytesReader(w, r.Body, g.most)
			next.ServeHTTP(w, r)
		}
	}))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		protect(w.Header())
		switch {
		case !g.here(r.Host):
			refuse(w, "这个网址不是本机的。")
		case r.Method != http.MethodGet && r.Method != http.MethodHead && r.Method != http.MethodPost:
			http.Error(w, "不支持的请求。", http.StatusMethodNotAllowed)
		default:
			inner.ServeHTTP(w, r)
		}
	})
}

// TooLarge reports an error of a request that brings more than one may.
func TooLarge(err error) bool {
	var large *http.MaxBytesError
	return errors.As(err, &large)
}

// here reports whether a Host is one that only this machine has. Under rebinding the Origin is
// equal to the Host, so that nothing else tells.
func (g *Guard) here(host string) bool {
	for _, h := range g.hosts {
		if host == h {
			return true
		}
	}
	return false
}

// exchanged answers the address that was opened: the token goes into a cookie and out of the
// address, which others may see.
func (g *Guard) exchanged(w http.ResponseWriter, r *http.Request) bool {
	if r.Method != http.MethodGet || r.URL.Path != "/" || !r.URL.Query().Has("token") {
		return false
	}
	if !g.same(r.URL.Query().Get("token")) {
		refuse(w, "这个网址是上一次打开时的，已经没有用了：请用程序窗口里新的网址。")
		return true
	}
	http.SetCookie(w, &http.Cookie{Name: g.cookie, Value: g.token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, "/", http.StatusSeeOther)
	return true
}

func (g *Guard) known(r *http.Request) bool {
	c, err := r.Cookie(g.cookie)
	return err == nil && g.same(c.Value)
}

// same compares in a time that does not tell how much of the token was right.
func (g *Guard) same(said string) bool {
	return subtle.ConstantTimeCompare([]byte(said), []byte(g.token)) == 1
}

func refuse(w http.ResponseWriter, why string) { http.Error(w, why, http.StatusForbidden) }

// policy lets the page use what this server gives, and nothing that stands in a text.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"

// protect sets what a browser must know of each answer.
func protect(h http.Header) {
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Cross-Origin-Opener-Policy", "same-origin")
	h.Set("Cache-Control", "no-store")
}
