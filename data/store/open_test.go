package store_test

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

func TestAnOfficeIsMadeAndFoundAgain(t *testing.T) {
	for _, name := range []string{"office.db", "a b#c?d%e&f=g.db", "办公室𠮷.db", "%41.db", "'quoted\".db"} {
		file := filepath.Join(t.TempDir(), "资料 #1?x=%20", name)
		must(t, os.Mkdir(filepath.Dir(file), 0o700))
		e := career.Employer{Name: "东软集团"}
		s := reopen(t, file)
		save(t, s, &e)
		must(t, s.Close())
		if e2 := got[career.Employer](t)(reopen(t, file).Employer(t.Context(), e.ID)); e2.Name != e.Name {
			t.Errorf("%s: got %q", name, e2.Name)
		}
		list := got[[]os.DirEntry](t)(os.ReadDir(filepath.Dir(file)))
		for _, entry := range list {
			if !strings.HasPrefix(entry.Name(), name) {
				t.Errorf("%s left %s behind", name, entry.Name())
			}
		}
	}
}

func TestAFolderIsNotMade(t *testing.T) {
	file := filepath.Join(t.TempDir(), "gone", "office.db")
	if _, err := store.Open(t.Context(), file, store.Options{}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("got %v, want %v", err, fs.ErrNotExist)
	}
}

func TestOtherFilesAreRefusedAndLeftAlone(t *testing.T) {
	for name, c := range map[string]struct {
		write func(t *testing.T, file string)
		want  error
	}{
		"empty":         {func(t *testing.T, file string) { put(t, file, nil) }, career.ErrForeign},
		"text":          {func(t *testing.T, file string) { put(t, file, []byte(strings.Repeat("这不是数据库。\n", 500))) }, career.ErrForeign},
		"one byte":      {func(t *testing.T, file string) { put(t, file, []byte("S")) }, career.ErrForeign},
		"other program": {foreign, career.ErrForeign},
		"half":          {half, career.ErrDamaged},
		"zeroed page":   {zeroed, career.ErrDamaged},
		"newer":         {newer, career.ErrTooNew},
		"folder":        {func(t *testing.T, file string) { must(t, os.Mkdir(file, 0o700)) }, career.ErrForeign},
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "office.db")
			c.write(t, file)
			before := sums(t, filepath.Dir(file))
			s, err := store.Open(t.Context(), file, store.Options{})
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, c.want) {
				t.Errorf("got %v, want %v", err, c.want)
			}
			if after := sums(t, filepath.Dir(file)); after != before {
				t.Errorf("the folder changed:\n%s\n%s", before, after)
			}
		})
	}
}

// Each connection reads the whole schema: who only reads makes one.
func TestReadingTakesOneConnection(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	must(t, reopen(t, file).Close())
	s := reopen(t, file)
	got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{}))
	if readers, writers := s.Connections(); readers != 1 || writers != 0 {
		t.Errorf("%d readers and %d writers, want 1 and 0", readers, writers)
	}
	save(t, s, &career.Employer{Name: "甲"})
	if _, writers := s.Connections(); writers != 1 {
		t.Errorf("%d writers after a save, want 1", writers)
	}
}

func TestOpeningAndReadingLeavesTheFolderAsItWas(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	whole(t, file)
	before := sums(t, filepath.Dir(file))
	s := reopen(t, file)
	got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{}))
	must(t, s.Close())
	if after := sums(t, filepath.Dir(file)); after != before {
		t.Error("the folder changed")
	}
}

func TestACancelledOpeningIsNoDamage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	must(t, reopen(t, file).Close())
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := store.Open(ctx, file, store.Options{}); !errors.Is(err, context.Canceled) || errors.Is(err, career.ErrDamaged) {
		t.Errorf("got %v, want %v", err, context.Canceled)
	}
}

func TestAMissingTableIsDamage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	s := reopen(t, file)
	must(t, s.Exec(t.Context(), "DROP TABLE agreement"))
	must(t, s.Close())
	before := sums(t, filepath.Dir(file))
	if _, err := store.Open(t.Context(), file, store.Options{}); !errors.Is(err, career.ErrDamaged) || !strings.Contains(err.Error(), "agreement") {
		t.Errorf("got %v, want %v that names the table", err, career.ErrDamaged)
	}
	if after := sums(t, filepath.Dir(file)); after != before {
		t.Error("the folder changed")
	}
}

func put(t *testing.T, file string, data []byte) {
	t.Helper()
	must(t, os.WriteFile(file, data, 0o600))
}

// sums returns the names and sums of all files in a folder.
func sums(t *testing.T, folder string) string {
	t.Helper()
	var b strings.Builder
	for _, entry := range got[[]os.DirEntry](t)(os.ReadDir(folder)) {
		data, _ := os.ReadFile(filepath.Join(folder, entry.Name()))
		sum := sha256.Sum256(data)
		b.WriteString(entry.Name() + " " + string(sum[:]) + "\n")
	}
	return b.String()
}

// foreign makes a file of another program, kept as ours are.
func foreign(t *testing.T, file string) {
	db := got[*sql.DB](t)(sql.Open("sqlite", "file:"+file))
	defer db.Close()
	_, err := db.Exec("PRAGMA journal_mode = WAL; CREATE TABLE employer (id TEXT); INSERT INTO employer VALUES ('x')")
	must(t, err)
}

// whole makes an office with something in it.
func whole(t *testing.T, file string) {
	s := reopen(t, file)
	var nouns []career.Noun
	for range 500 {
		nouns = append(nouns, &career.Employer{Name: "甲公司", Note: strings.Repeat("记", 100)})
	}
	save(t, s, nouns...)
	must(t, s.Close())
}

func half(t *testing.T, file string) {
	whole(t, file)
	info := got[os.FileInfo](t)(os.Stat(file))
	must(t, os.Truncate(file, info.Size()/2))
}

// zeroed wipes the root of the first tables out.
func zeroed(t *testing.T, file string) {
	whole(t, file)
	data := got[[]byte](t)(os.ReadFile(file))
	clear(data[4096 : 4096*12])
	put(t, file, data)
}

func newer(t *testing.T, file string) {
	s := reopen(t, file)
	must(t, s.Exec(t.Context(), "PRAGMA user_version = 99; UPDATE office SET value = 'visitdesk v9.9' WHERE key = 'program'"))
	must(t, s.Close())
}

func TestTooNewNamesWhoWroteIt(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	newer(t, file)
	_, err := store.Open(t.Context(), file, store.Options{})
	if err == nil || !strings.Contains(err.Error(), "visitdesk v9.9") || !strings.Contains(err.Error(), "schema 99") {
		t.Errorf("got %v", err)
	}
}

func TestAFullDiskLosesNothing(t *testing.T) {
	s := open(t)
	kept := career.Employer{Name: "先到者"}
	save(t, s, &kept)
	must(t, s.Crowd(t.Context(), 2))
	big := career.Employer{Name: "后来者", Note: strings.Repeat("满", 100_000)}
	if err := s.Save(t.Context(), &big); !errors.Is(err, career.ErrFull) {
		t.Fatalf("got %v, want %v", err, career.ErrFull)
	}
	if big.ID != "" || big.Version != 0 {
		t.Errorf("what was not saved says it was: %+v", big.Kept)
	}
	must(t, s.Uncrowd(t.Context()))
	save(t, s, &big)
	for _, id := range []career.EmployerID{kept.ID, big.ID} {
		got[career.Employer](t)(s.Employer(t.Context(), id))
	}
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
}

// A crash while the log is brought into the file leaves a first page that
// promises more than the file has: the rest is in the log.
func TestACrashWhileSettlingIsNoDamage(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	s := reopen(t, file)
	start := got[[]byte](t)(os.ReadFile(file))
	var nouns []career.Noun
	for range 500 {
		nouns = append(nouns, &career.Employer{Name: "甲公司", Note: strings.Repeat("记", 100)})
	}
	save(t, s, nouns...)
	log := got[[]byte](t)(os.ReadFile(file + "-wal"))
	must(t, s.Close())
	settled := got[[]byte](t)(os.ReadFile(file))
	put(t, file, append(settled[:4096:4096], start[4096:]...))
	put(t, file+"-wal", log)
	s = reopen(t, file)
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
	if rows := got[[]store.EmployerRow](t)(s.Employers(t.Context(), store.Query{Limit: 1000})); len(rows) != 500 {
		t.Errorf("%d of 500 are left", len(rows))
	}
}

// The promises of safety rest on these settings.
func TestConnectionsAreSafe(t *testing.T) {
	s := open(t)
	for name, want := range map[string]string{
		"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "busy_timeout": "5000",
		"trusted_schema": "0", "secure_delete": "1", "temp_store": "2", "cache_size": "-32768",
	} {
		for _, writer := range []bool{true, false} {
			if value := got[string](t)(s.Pragma(t.Context(), writer, name)); value != want {
				t.Errorf("%s of the writer (%t): %s, want %s", name, writer, value, want)
			}
		}
	}
	if value := got[string](t)(s.Pragma(t.Context(), false, "query_only")); value != "1" {
		t.Errorf("readers may write")
	}
}

func TestHealthSeesDamage(t *testing.T) {
	s := open(t)
	save(t, s, &career.Employer{Name: "甲"}, &career.Cohort{Year: 2026})
	h := got[store.Health](t)(s.Health(t.Context()))
	must(t, h.Err())
	counts := map[career.Kind]int{}
	for _, c := range h.Counts {
		counts[c.Kind] = c.Count
	}
	if counts[career.KindEmployer] != 1 || counts[career.KindCohort] != 1 || counts[career.KindVisit] != 0 {
		t.Errorf("counts: %v", counts)
	}
	must(t, s.Exec(t.Context(), "PRAGMA foreign_keys = 0; INSERT INTO post VALUES ('nobody', 0, 'nowhere', '', '', 0, '', '')"))
	if err := got[store.Health](t)(s.Health(t.Context())).Err(); !errors.Is(err, career.ErrDamaged) {
		t.Errorf("got %v, want %v", err, career.ErrDamaged)
	}
}

// A connection that searched before knows an older outline of the full-text
// index than the writer left behind.
func TestAWholeOfficeIsWholeAfterSearchingAndSaving(t *testing.T) {
	s := smallOffice(t)
	var nouns []career.Noun
	for i := range 40 {
		v := s.meet(career.Moment(fmt.Sprintf("2026-%02d-%02dT09:30", i/28+1, i%28+1)))
		v.Minutes.Outer = strings.Repeat("双方就毕业生实习、就业与产学合作交换意见。", 40)
		nouns = append(nouns, &v)
	}
	save(t, s.Store, nouns...)
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
	got[[]store.VisitRow](t)(s.Visits(t.Context(), store.Query{Find: "实习"}))
	for range 3 {
		for _, n := range nouns {
			n.(*career.Visit).Purpose += "，又一回"
			save(t, s.Store, n)
		}
	}
	must(t, got[store.Health](t)(s.Health(t.Context())).Err())
	if rows := got[[]store.VisitRow](t)(s.Visits(t.Context(), store.Query{Find: "又一回", Limit: 100})); len(rows) == 0 {
		t.Error("what was just written is not found")
	}
}
