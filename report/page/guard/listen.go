package guard

import (
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"time"
)

// How long a caller may take. A browser on this machine takes milliseconds; whoever takes
// longer holds a connection for its own sake.
const (
	headerTime = 10 * time.Second
	bodyTime   = 60 * time.Second
	idleTime   = 2 * time.Minute
	maxHeader  = 64 << 10 // bytes
)

// Listen opens a port that only this machine reaches. There is no way to ask for another address.
func Listen() (l net.Listener, port int, err error) {
	l, err = net.Listen("tcp4", "127.0.0.1:0")
	if err != nil {
		return nil, 0, fmt.Errorf("打不开本机的端口：%w", err)
	}
	at, ok := l.Addr().(*net.TCPAddr)
	if !ok || !at.IP.IsLoopback() {
		l.Close()
		return nil, 0, fmt.Errorf("端口 %s 不在本机的回环地址上", l.Addr())
	}
	return l, at.Port, nil
}

// Server returns a server that waits for nobody for long. What goes wrong with a connection is
// the business of whoever opened it, and is not printed.
func Server(h http.Handler) *http.Server { return patient(h, headerTime, bodyTime) }

func patient(h http.Handler, header, body time.Duration) *http.Server {
	return &http.Server{Handler: h, ReadHeaderTimeout: header, ReadTimeout: header + body, IdleTimeout: idleTime, MaxHeaderBytes: maxHeader,
		ErrorLog: log.New(io.Discard, "", 0)}
}
