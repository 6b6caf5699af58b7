package pdf_test

import (
	"bytes"
	"compress/zlib"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"unicode/utf16"
)

// A small reader of our own files, so that the promise about the text is tested
// where no other PDF program is installed.

func object(t *testing.T, data []byte, number string) []byte {
	t.Helper()
	_, after, found := bytes.Cut(data, []byte("\n"+number+" 0 obj\n"))
	if !found {
		t.Fatalf("no object %s", number)
	}
	return after
}

func stream(t *testing.T, data []byte, number string) string {
	t.Helper()
	_, body, _ := bytes.Cut(object(t, data, number), []byte("stream\n"))
	r, err := zlib.NewReader(bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	out, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// content is what is drawn on the first page.
func content(t *testing.T, data []byte) string {
	t.Helper()
	at := regexp.MustCompile(`/Contents (\d+) 0 R`).FindSubmatch(data)
	return stream(t, data, string(at[1]))
}

// unicodeMaps reads, by name of font, which characters the codes stand for.
func unicodeMaps(t *testing.T, data []byte) map[string]map[uint16]string {
	t.Helper()
	maps := map[string]map[uint16]string{}
	for _, f := range regexp.MustCompile(`/F(\d+) (\d+) 0 R`).FindAllSubmatch(data, -1) {
		to := regexp.MustCompile(`/ToUnicode (\d+) 0 R`).FindSubmatch(object(t, data, string(f[2])))
		m := map[uint16]string{}
		for _, pair := range regexp.MustCompile(`<(\w{4})> <(\w+)>\n`).FindAllStringSubmatch(stream(t, data, string(to[1])), -1) {
			code, _ := strconv.ParseUint(pair[1], 16, 16)
			var units []uint16
			for s := pair[2]; len(s) >= 4; s = s[4:] {
				unit, _ := strconv.ParseUint(s[:4], 16, 16)
				units = append(units, uint16(unit))
			}
			m[uint16(code)] = string(utf16.Decode(units))
		}
		maps[string(f[1])] = m
	}
	return maps
}

// readBack returns the text of the first page in the order it is drawn.
func readBack(t *testing.T, data []byte) string {
	t.Helper()
	maps := unicodeMaps(t, data)
	var text strings.Builder
	var current map[uint16]string
	drawn := regexp.MustCompile(`(?s)/F(\d+) [\d.]+ Tf|\((.*?[^\\](?:\\\\)*)\) Tj`)
	for _, m := range drawn.FindAllStringSubmatch(content(t, data), -1) {
		if m[1] != "" {
			current = maps[m[1]]
			continue
		}
		codes := strings.NewReplacer(`\\`, `\`, `\(`, `(`, `\)`, `)`, `\r`, "\r").Replace(m[2])
		for ; len(codes) >= 2; codes = codes[2:] {
			text.WriteString(current[uint16(codes[0])<<8|uint16(codes[1])])
		}
	}
	return text.String()
}
