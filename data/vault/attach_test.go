package vault_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"visitdesk/data/career"
	"visitdesk/data/vault"
)

func attach(t *testing.T, folder, content string) string {
	t.Helper()
	hash, size, err := vault.Attach(folder, strings.NewReader(content))
	if err != nil {
		t.Fatal(err)
	}
	if size != int64(len(content)) {
		t.Errorf("size %d, want %d", size, len(content))
	}
	return hash
}

// filesIn returns the files under a folder.
func filesIn(t *testing.T, folder string) (list []string) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			list = append(list, path)
		}
		return err
	})
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		t.Fatal(err)
	}
	return list
}

func TestTheSameContentIsKeptOnce(t *testing.T) {
	folder := t.TempDir()
	for _, content := range []string{"合作协议", "", strings.Repeat("长", 1<<20), "合作协议"} {
		sum := sha256.Sum256([]byte(content))
		hash := attach(t, folder, content)
		if hash != hex.EncodeToString(sum[:]) {
			t.Errorf("hash %s of %.10q", hash, content)
		}
		if kept, err := os.ReadFile(vault.Attached(folder, hash)); err != nil || string(kept) != content {
			t.Errorf("got %.10q, %v, want %.10q", kept, err, content)
		}
		if want := filepath.Join(folder, "files", hash[:2], hash); vault.Attached(folder, hash) != want {
			t.Errorf("it lies at %s, want %s", vault.Attached(folder, hash), want)
		}
	}
	if list := filesIn(t, folder); len(list) != 3 {
		t.Errorf("%d files, want 3: %v", len(list), list)
	}
}

func TestWhatCannotBeAttachedLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	torn := errors.New("the stick was pulled out")
	if _, _, err := vault.Attach(folder, io.MultiReader(strings.NewReader("half"), iotest.ErrReader(torn))); !errors.Is(err, torn) {
		t.Errorf("got %v, want %v", err, torn)
	}
	if _, _, err := vault.Attach(folder, io.LimitReader(zeros{}, vault.Largest+1)); !errors.Is(err, career.ErrTooBig) {
		t.Errorf("got %v, want %v", err, career.ErrTooBig)
	}
	if list := filesIn(t, folder); len(list) != 0 {
		t.Errorf("left behind: %v", list)
	}
}

// What a crash left of a file that was being attached goes a day later.
func TestAttachingSweepsUpAfterACrash(t *testing.T) {
	folder := t.TempDir()
	kept := vault.Attached(folder, attach(t, folder, "合作协议"))
	old, fresh := filepath.Join(folder, "files", ".visitdesk-1"), filepath.Join(folder, "files", ".visitdesk-2")
	for _, draft := range []string{old, fresh} {
		if err := os.WriteFile(draft, []byte("half"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	yesterday := time.Now().Add(-25 * time.Hour)
	for _, file := range []string{old, kept, filepath.Dir(kept)} {
		if err := os.Chtimes(file, yesterday, yesterday); err != nil {
			t.Fatal(err)
		}
	}
	second := vault.Attached(folder, attach(t, folder, "另一份"))
	if got, want := filesIn(t, folder), []string{fresh, kept, second}; !slices.Equal(slices.Sorted(slices.Values(got)), slices.Sorted(slices.Values(want))) {
		t.Errorf("left are %v, want %v", got, want)
	}
}

// zeros is a file without an end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestAttachingMendsWhatIsDamaged(t *testing.T) {
	folder := t.TempDir()
	hash := attach(t, folder, "合作协议")
	if err := os.WriteFile(vault.Attached(folder, hash), []byte("x"), 0o600); err != nil {
		t.Fatal(err)
	}
	attach(t, folder, "合作协议")
	if kept, _ := os.ReadFile(vault.Attached(folder, hash)); string(kept) != "合作协议" {
		t.Errorf("got %q", kept)
	}
}

func TestTakingGivesACopyToRead(t *testing.T) {
	folder, out := t.TempDir(), t.TempDir()
	hash := attach(t, folder, "合作协议")
	file, err := vault.Take(folder, hash, "合作协议.pdf", out)
	if err != nil {
		t.Fatal(err)
	}
	if copied, err := os.ReadFile(file); err != nil || string(copied) != "合作协议" || filepath.Base(file) != "合作协议.pdf" {
		t.Errorf("%s: %q, %v", file, copied, err)
	}
	if info, _ := os.Stat(file); info.Mode().Perm()&0o222 != 0 {
		t.Errorf("the copy may be written: %v", info.Mode())
	}
	if again, err := vault.Take(folder, hash, "合作协议.pdf", out); err != nil || again != file {
		t.Errorf("taken again: %s, %v", again, err)
	}
	other := attach(t, folder, "另一份")
	if second, err := vault.Take(folder, other, "合作协议.pdf", out); err != nil || filepath.Base(second) != "合作协议 (2).pdf" {
		t.Errorf("another of that name: %s, %v", second, err)
	}
	if len(filesIn(t, out)) != 2 {
		t.Errorf("in the folder: %v", filesIn(t, out))
	}
}

func TestWhatIsLostOrAlteredIsNotTaken(t *testing.T) {
	folder, out := t.TempDir(), t.TempDir()
	altered := attach(t, folder, "合作协议")
	if err := os.WriteFile(vault.Attached(folder, altered), []byte("合作协仪"), 0o600); err != nil {
		t.Fatal(err)
	}
	for name, hash := range map[string]string{"altered": altered, "lost": strings.Repeat("0", 64), "no hash": "../../../etc/passwd", "empty": ""} {
		if _, err := vault.Take(folder, hash, "协议.pdf", out); !errors.Is(err, career.ErrAltered) {
			t.Errorf("%s: got %v, want %v", name, err, career.ErrAltered)
		}
	}
	if list := filesIn(t, out); len(list) != 0 {
		t.Errorf("left behind: %v", list)
	}
	to := filepath.Join(out, "kept.pdf")
	if err := os.WriteFile(to, []byte("older"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := vault.Copy(folder, altered, to); !errors.Is(err, career.ErrAltered) {
		t.Errorf("a copy: got %v, want %v", err, career.ErrAltered)
	}
	if kept, _ := os.ReadFile(to); string(kept) != "older" || len(filesIn(t, out)) != 1 {
		t.Errorf("it is now %q, among %v", kept, filesIn(t, out))
	}
	if err := vault.Copy(folder, attach(t, folder, "合作协议"), to); err != nil {
		t.Error(err)
	}
	if kept, _ := os.ReadFile(to); string(kept) != "合作协议" {
		t.Errorf("the copy says %q", kept)
	}
}

func TestProgramsAreNotTaken(t *testing.T) {
	folder, out := t.TempDir(), t.TempDir()
	hash := attach(t, folder, "anything")
	for _, name := range []string{
		"a.exe", "a.EXE", "报告.pdf.exe", "a.exe.", "a.exe . .", "a.exe\u3000", "a.exe\u200b", "a.\u202efdp.exe", "a.ex\u200de", "a.e\u00adxe", "a.pdf:b.exe",
		"a.bat", "a.cmd", "a.com", "a.scr", "a.js", "a.vbs", "a.ps1", "a.lnk", "a.msi", "a.hta", "a.jar", "a.reg", "a.desktop", "a.sh", "a.app", "a.py", "a.url",
		"../../a.exe", `C:\Windows\a.exe`, "a.exe\x00", strings.Repeat("长", 300) + ".exe", "a .exe", "a.exe\n", "a. exe",
	} {
		if _, err := vault.Take(folder, hash, name, out); !errors.Is(err, career.ErrProgram) {
			t.Errorf("%q: got %v, want %v", name, err, career.ErrProgram)
		}
	}
	for _, content := range []string{"MZ\x90\x00", "\x7fELF\x02", "#!/bin/sh\n", "\n[Desktop Entry]\nExec=sh", "\ufeff#!/bin/sh"} {
		if _, err := vault.Take(folder, attach(t, folder, content), "说明", out); !errors.Is(err, career.ErrProgram) {
			t.Errorf("%q without an ending: got %v", content, err)
		}
	}
	for _, name := range []string{"合作协议.pdf", "exe", ".exe", "exe.docx", "a.exe.pdf", "名单 2026.6.xlsx", "照片.JPG", "说明"} {
		if _, err := vault.Take(folder, hash, name, out); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

// Names of files tell of people, so they stand in quotes, which a log leaves out.
func TestErrorsQuoteTheNamesOfAttachments(t *testing.T) {
	folder, out := t.TempDir(), t.TempDir()
	hash := attach(t, folder, "anything")
	for name, hash := range map[string]string{"王小明.exe": hash, "王小明.pdf": strings.Repeat("0", 64)} {
		_, err := vault.Take(folder, hash, name, out)
		if err == nil || !strings.Contains(err.Error(), `"`+name+`"`) || strings.Count(err.Error(), "王小明") != 1 {
			t.Errorf("got %v", err)
		}
	}
}

func TestSafeNames(t *testing.T) {
	for name, want := range map[string]string{
		"合作协议 (终稿).pdf":          "合作协议 (终稿).pdf",
		"../../etc/passwd":       "_._etc_passwd",
		`C:\a\b.pdf`:             "C__a_b.pdf",
		"a\x00b\nc\t.pdf":        "abc.pdf",
		"a\u202efdp.gpj":         "afdp.gpj",
		"  ..hidden ..":          "hidden",
		"":                       "_",
		"...":                    "_",
		"con":                    "_con",
		"COM1.pdf":               "_COM1.pdf",
		"nul.tar.gz":             "_nul.tar.gz",
		"con .txt":               "_con.txt",
		"COM10.txt":              "COM10.txt",
		"a\u3000b\u00a0c.pdf":    "a b c.pdf",
		"\xff\xfe.pdf":           "_.pdf",
		"𠮷野家👨\u200d👩.docx":       "𠮷野家👨👩.docx",
		"a|b?c*d\"e<f>g:h.pdf":   "a_b_c_d_e_f_g_h.pdf",
		"e\u0301.pdf":            "e\u0301.pdf",
		"x. " + "\u2066" + "pdf": "x. pdf",
	} {
		if got := vault.SafeName(name); got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
	long := vault.SafeName(strings.Repeat("长", 300) + ".pdf")
	if len(long) > 200 || !strings.HasSuffix(long, "长.pdf") {
		t.Errorf("%d bytes: %s", len(long), long)
	}
}

func FuzzSafeName(f *testing.F) {
	for _, seed := range []string{"a.pdf", "..", "con.", "\u202e.exe", strings.Repeat(".", 300), "a.\xff" + strings.Repeat("e", 150)} {
		f.Add(seed)
	}
	folder := f.TempDir()
	f.Fuzz(func(t *testing.T, name string) {
		safe := vault.SafeName(name)
		if safe == "" || safe == "." || safe == ".." || len(safe) > 255 || filepath.Base(safe) != safe || strings.ContainsAny(safe, "\x00/\\:") {
			t.Errorf("%q makes %q", name, safe)
		}
		if again := vault.SafeName(safe); again != safe {
			t.Errorf("%q makes %q, and that %q", name, safe, again)
		}
		if vault.Program(name, nil) != vault.Program(safe, nil) {
			t.Errorf("%q is another kind than %q", name, safe)
		}
		file := filepath.Join(folder, safe)
		if err := os.WriteFile(file, nil, 0o600); err != nil {
			t.Errorf("%q: %v", safe, err)
		}
		os.Remove(file)
	})
}

func TestAttachingIntoAFolderOfOthers(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("nothing keeps this user from writing there")
	}
	folder := t.TempDir()
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	if _, _, err := vault.Attach(folder, bytes.NewReader(nil)); !errors.Is(err, fs.ErrPermission) {
		t.Errorf("got %v, want %v", err, fs.ErrPermission)
	}
}
