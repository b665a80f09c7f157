package guard

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"
)

const port = 4711

// reached answers 200 and says that a request came through.
func reached(g *Guard) http.Handler {
	return g.Wrap(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.Copy(io.Discard, r.Body); err != nil {
			http.Error(w, "too large", http.StatusRequestEntityTooLarge)
			return
		}
		io.WriteString(w, "through")
	}))
}

func ask(g *Guard, method, target string, change func(*http.Request)) *http.Response {
	r := httptest.NewRequest(method, target, strings.NewReader("a=1"))
	r.Host = "127.0.0.1:" + strconv.Itoa(port)
	r.AddCookie(&http.Cookie{Name: "taizhang-" + strconv.Itoa(port), Value: g.token})
	if change != nil {
		change(r)
	}
	w := httptest.NewRecorder()
	reached(g).ServeHTTP(w, r)
	return w.Result()
}

func TestOnlyTheNamesOfThisMachineAreAnswered(t *testing.T) {
	g := New(port)
	for host, want := range map[string]int{
		"127.0.0.1:4711": 200, "localhost:4711": 200, "[::1]:4711": 200,
		"evil.example:4711": 403, "evil.example": 403, "127.0.0.1": 403, "127.0.0.1:80": 403, "localhost": 403, "127.0.0.1.evil.example:4711": 403, "": 403,
	} {
		// Under rebinding the browser calls the request its own: same origin, with our cookie.
		got := ask(g, "POST", "/x", func(r *http.Request) {
			r.Host = host
			r.Header.Set("Origin", "http://"+host)
			r.Header.Set("Sec-Fetch-Site", "same-origin")
		})
		if got.StatusCode != want {
			t.Errorf("Host %q: %d, want %d", host, got.StatusCode, want)
		}
	}
}

func TestTheHostIsLookedAtBeforeTheToken(t *testing.T) {
	g := New(port)
	got := ask(g, "GET", "/?token="+g.token, func(r *http.Request) { r.Host = "evil.example:4711" })
	if got.StatusCode != 403 || len(got.Cookies()) > 0 {
		t.Errorf("a rebound name got %d and the cookies %v", got.StatusCode, got.Cookies())
	}
}

func TestOtherPagesCanSendNoForm(t *testing.T) {
	g := New(port)
	for _, c := range []struct {
		header, value string
		want          int
	}{
		{"Sec-Fetch-Site", "same-origin", 200}, {"Sec-Fetch-Site", "cross-site", 403}, {"Sec-Fetch-Site", "same-site", 403},
		{"Origin", "http://127.0.0.1:4711", 200}, {"Origin", "http://evil.example", 403}, {"Origin", "null", 403}, {"Origin", "http://127.0.0.1:4712", 403},
	} {
		if got := ask(g, "POST", "/x", func(r *http.Request) { r.Header.Set(c.header, c.value) }); got.StatusCode != c.want {
			t.Errorf("%s %s: %d, want %d", c.header, c.value, got.StatusCode, c.want)
		}
	}
}

func TestNothingIsAnsweredWithoutTheToken(t *testing.T) {
	g := New(port)
	name := "taizhang-" + strconv.Itoa(port)
	for what, cookie := range map[string]string{"none": "", "wrong": name + "=" + strings.Repeat("0", 32), "part": name + "=" + g.token[:31], "of another port": "taizhang-4712=" + g.token, "no port": "taizhang=" + g.token} {
		for _, method := range []string{"GET", "POST"} {
			got := ask(g, method, "/x", func(r *http.Request) {
				r.Header.Del("Cookie")
				if cookie != "" {
					r.Header.Set("Cookie", cookie)
				}
			})
			if got.StatusCode != 403 {
				t.Errorf("%s, cookie %s: %d", method, what, got.StatusCode)
			}
		}
	}
}

func TestTheTokenIsExchangedForACookie(t *testing.T) {
	g := New(port)
	if other := New(port); other.token == g.token || len(g.token) != 32 {
		t.Fatalf("tokens %q and %q", g.token, other.token)
	}
	got := ask(g, "GET", "/?token="+g.token, func(r *http.Request) { r.Header.Del("Cookie") })
	if got.StatusCode != http.StatusSeeOther || got.Header.Get("Location") != "/" {
		t.Fatalf("%d to %q", got.StatusCode, got.Header.Get("Location"))
	}
	cookies := got.Cookies()
	if len(cookies) != 1 {
		t.Fatalf("cookies %v", cookies)
	}
	c := cookies[0]
	if c.Name != "taizhang-4711" || c.Value != g.token || !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Domain != "" || c.Path != "/" {
		t.Errorf("cookie %v", c)
	}
	if got := ask(g, "GET", "/?token="+strings.Repeat("0", 32), nil); got.StatusCode != 403 || len(got.Cookies()) > 0 {
		t.Errorf("a wrong token got %d %v", got.StatusCode, got.Cookies())
	}
	if !strings.HasSuffix(g.Address(), ":4711/?token="+g.token) {
		t.Errorf("address %s", g.Address())
	}
}

func TestEveryAnswerBearsTheHeaders(t *testing.T) {
	g := New(port)
	for what, got := range map[string]*http.Response{"answer": ask(g, "GET", "/", nil), "refusal": ask(g, "GET", "/", func(r *http.Request) { r.Host = "x" })} {
		for name, want := range map[string]string{
			"X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cross-Origin-Resource-Policy": "same-origin",
			"Cross-Origin-Opener-Policy": "same-origin", "Cache-Control": "no-store", "Access-Control-Allow-Origin": "",
		} {
			if got.Header.Get(name) != want {
				t.Errorf("%s: %s is %q, want %q", what, name, got.Header.Get(name), want)
			}
		}
		csp := got.Header.Get("Content-Security-Policy")
		for _, part := range []string{"default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"} {
			if !strings.Contains(csp, part) {
				t.Errorf("%s: the policy lacks %s", what, part)
			}
		}
		if strings.Contains(csp, "unsafe") || strings.Contains(csp, "data:") || strings.Contains(csp, "*") {
			t.Errorf("%s: the policy %s", what, csp)
		}
	}
}

func TestARequestHasALimit(t *testing.T) {
	g := New(port)
	if g.most != 512<<20 {
		t.Errorf("the limit is %d", g.most)
	}
	g.most = 2
	if got := ask(g, "POST", "/x", nil); got.StatusCode != http.StatusRequestEntityTooLarge {
		t.Errorf("a body over the limit: %d", got.StatusCode)
	}
}

func TestOtherMethodsAreRefused(t *testing.T) {
	for _, method := range []string{"PUT", "DELETE", "OPTIONS", "TRACE", "PATCH"} {
		if got := ask(New(port), method, "/x", nil); got.StatusCode != http.StatusMethodNotAllowed {
			t.Errorf("%s: %d", method, got.StatusCode)
		}
	}
}

func TestItListensOnThisMachineAlone(t *testing.T) {
	l, port, err := Listen()
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	at := l.Addr().(*net.TCPAddr)
	if !at.IP.IsLoopback() || at.Port != port || port == 0 {
		t.Errorf("listens on %v, says %d", at, port)
	}
}

func TestSlowCallersAreCutOff(t *testing.T) {
	s := Server(http.NotFoundHandler())
	if s.ReadHeaderTimeout != 10*time.Second || s.ReadTimeout != 70*time.Second || s.MaxHeaderBytes == 0 || s.IdleTimeout == 0 {
		t.Errorf("times %v %v %v", s.ReadHeaderTimeout, s.ReadTimeout, s.IdleTimeout)
	}
	l, _, err := Listen()
	if err != nil {
		t.Fatal(err)
	}
	s = patient(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if _, err := io.ReadAll(r.Body); err == nil {
			t.Error("a body that never ended was read")
		}
	}), 100*time.Millisecond, 100*time.Millisecond)
	go s.Serve(l)
	defer s.Close()
	for what, said := range map[string]string{"header": "GET / HTTP/1.1\r\nHost: x", "body": "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n12"} {
		c, err := net.Dial("tcp", l.Addr().String())
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(c, said)
		c.SetReadDeadline(time.Now().Add(5 * time.Second))
		start := time.Now()
		if _, err := io.Copy(io.Discard, bufio.NewReader(c)); err != nil || time.Since(start) > 4*time.Second {
			t.Errorf("a slow %s is still waited for: %v", what, err)
		}
		c.Close()
	}
}

// How long a comparison takes tells nobody how much of the token was right: no other way of comparing
// is used in the package.
func TestTokensAreComparedInConstantTime(t *testing.T) {
	source, err := os.ReadFile("guard.go")
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(source), "g.token"); n != 3 || !strings.Contains(string(source), "subtle.ConstantTimeCompare([]byte(said), []byte(g.token)) == 1") {
		t.Errorf("the token is looked at in %d places", n)
	}
}
