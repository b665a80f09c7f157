package importer

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"taizhang/templates/words"
)

// OwnFolder holds what the office rewords for itself.
const OwnFolder = "模板"

// maxOwnBytes is more than anybody writes by hand.
const maxOwnBytes = 4 << 20

// Own returns a file of 模板 as it is, nil where there is none. The error is a *UsageError
// where it can't be such a file.
func Own(folder, name string) ([]byte, error) {
	name = OwnFolder + "/" + name
	path := filepath.Join(folder, filepath.FromSlash(name))
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("打不开 %s：%w", name, err)
	case !info.Mode().IsRegular():
		return nil, &UsageError{name + " 不是普通文件", "请换成一个文本文件，或先移走它。"}
	case info.Size() > maxOwnBytes:
		return nil, &UsageError{fmt.Sprintf("%s 超过 %d 兆", name, maxOwnBytes>>20), "请对照内置的写法改正，或先移走该文件。"}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("打不开 %s：%w", name, err)
	}
	return data, nil
}

// readWords returns the vocabulary with the words of 模板/词表.yaml added.
func readWords(folder string) (*words.Words, error) {
	w := words.Default()
	data, err := Own(folder, "词表.yaml")
	if data == nil || err != nil {
		return w, err
	}
	own, err := w.With(data)
	if err != nil {
		return nil, &UsageError{"模板/词表.yaml 写法有误：" + err.Error(), "请对照内置词表的写法改正，或先移走该文件。"}
	}
	return own, nil
}
