package store

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"visitdesk/data/career"
)

// later is the dialect of a later program: the schema files of this one, and
// one more.
func later(t *testing.T, text string) *dialect {
	t.Helper()
	d, files := sqliteDialect, fstest.MapFS{}
	names, err := fs.Glob(schema, "schema/*.sql")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(schema, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: data}
	}
	files["schema/9999_later.sql"] = &fstest.MapFile{Data: []byte(text)}
	d.schema = files
	return &d
}

// before makes an office of this program with an employer and a contact there.
func before(t *testing.T) (file string, employer career.EmployerID) {
	t.Helper()
	file = filepath.Join(t.TempDir(), "office.db")
	s, err := Open(t.Context(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	e := career.Employer{ID: career.EmployerID(NewID()), Name: "沈阳新松", ShortNames: []string{"新松"}}
	if err := s.Save(t.Context(), &e, &career.Contact{Name: "李强", Posts: []career.Post{{Employer: e.ID}}}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return file, e.ID
}

// rebuild returns what a later schema might do to the table of employers: make
// it anew. It must not delete what refers to it.
func rebuild(t *testing.T, file string) string {
	t.Helper()
	db, err := sqliteDialect.connect(file, peeking, 1)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var text string
	if err := db.QueryRowContext(t.Context(), "SELECT sql FROM sqlite_schema WHERE name = 'employer'").Scan(&text); err != nil {
		t.Fatal(err)
	}
	return strings.Replace(text, "TABLE employer", "TABLE employer_new", 1) + `;
		INSERT INTO employer_new SELECT * FROM employer;
		DROP TABLE employer;
		ALTER TABLE employer_new RENAME TO employer;
		ALTER TABLE contact ADD COLUMN title TEXT NOT NULL DEFAULT '';`
}

func TestALaterSchemaKeepsAll(t *testing.T) {
	file, id := before(t)
	s, err := open(t.Context(), file, Options{}, later(t, rebuild(t, file)))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	f, err := s.File(t.Context(), id)
	if err != nil || len(f.Contacts) != 1 || f.Employer.Name != "沈阳新松" {
		t.Errorf("got %d contacts of %q, %v", len(f.Contacts), f.Employer.Name, err)
	}
	if rows, err := s.Employers(t.Context(), Query{Find: "xinsong"}); err != nil || len(rows) != 1 {
		t.Errorf("found %d, %v", len(rows), err)
	}
	if h, err := s.Health(t.Context()); err != nil || h.Err() != nil {
		t.Errorf("health: %v, %v", err, h.Err())
	}
}

func TestAnUpgradeThatFailsLeavesTheOfficeAsItWas(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want error
	}{
		"wrong SQL":        {"CREATE TABLE new (id TEXT); ALTER TABLE nothing ADD COLUMN x TEXT", nil},
		"dangling":         {"DELETE FROM employer_alias; DELETE FROM employer", career.ErrDamaged},
		"dangling, forced": {"PRAGMA foreign_keys = 1; DELETE FROM employer_alias; DELETE FROM employer", career.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			file, id := before(t)
			s, err := open(t.Context(), file, Options{}, later(t, c.text))
			if err == nil {
				s.Close()
			}
			if err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Fatalf("got %v, want %v", err, c.want)
			}
			if s, err = Open(t.Context(), file, Options{}); err != nil {
				t.Fatal("the old program does not open it any more:", err)
			}
			defer s.Close()
			if f, err := s.File(t.Context(), id); err != nil || len(f.Contacts) != 1 {
				t.Errorf("got %d contacts, %v", len(f.Contacts), err)
			}
		})
	}
}

func TestAnOlderProgramRefusesANewerOffice(t *testing.T) {
	file, _ := before(t)
	s, err := open(t.Context(), file, Options{}, later(t, "CREATE TABLE new (id TEXT)"))
	if err != nil {
		t.Fatal(err)
	}
	s.Close()
	if s, err = Open(t.Context(), file, Options{}); !errors.Is(err, career.ErrTooNew) {
		t.Errorf("got %v, want %v", err, career.ErrTooNew)
		s.Close()
	}
}

// Commitments were not searched by the first schemas.
func TestWhatALaterSchemaMakesSearchableIsFound(t *testing.T) {
	file := filepath.Join(t.TempDir(), "office.db")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sqliteDialect.connect(file, migrating, 1)
	if err != nil {
		t.Fatal(err)
	}
	text := sqliteDialect.mark + ";"
	for _, name := range []string{"schema/0001_office.sql", "schema/0002_attachments.sql"} {
		data, err := fs.ReadFile(schema, name)
		if err != nil {
			t.Fatal(err)
		}
		text += string(data)
	}
	id := NewID()
	text += `PRAGMA user_version = 2; INSERT INTO employer (id, name, short_names, former_names, uscc, nature, industry, size, staff, place, address, website, products, tags, sources, note, version, created, updated, deleted, sample)
		VALUES ('` + id + `', '沈阳新松', '[]', '[]', '', '', '', '', 0, '', '', '', '', '[]', '[]', '', 1, '', '', '', 0);`
	for _, what := range []string{"提供实习岗位", "！"} {
		text += `INSERT INTO commitment (id, employer, side, what, owner, due, done, dropped, result, version, created, updated, deleted, sample)
			VALUES ('` + NewID() + `', '` + id + `', 'ours', '` + what + `', '', '', '', 0, '', 1, '', '', '', 0);`
	}
	if _, err := db.ExecContext(t.Context(), text); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), file, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for words, want := range map[string]int{"实习": 1, "沈阳": 0} {
		if rows, err := s.Employers(t.Context(), Query{Find: words}); err != nil || len(rows) != 1-want {
			t.Errorf("%s finds %d employers, %v", words, len(rows), err)
		}
	}
	rows, err := s.Commitments(t.Context(), Query{Find: "实习"})
	if err != nil || len(rows) != 1 {
		t.Fatalf("found %d, %v", len(rows), err)
	}
	rows[0].What = "另一事"
	if err := s.Save(t.Context(), &rows[0].Commitment); err != nil {
		t.Fatal(err)
	}
	if h, err := s.Health(t.Context()); err != nil || h.Err() != nil {
		t.Errorf("health: %v, %v", err, h.Err())
	}
}

// The keys by which employers are found may change with a later program: those
// of other names and stems, which stand in a table of their own, too.
func TestALaterSchemaMakesKeysAnew(t *testing.T) {
	file, id := before(t)
	s, err := open(t.Context(), file, Options{}, later(t, "DELETE FROM employer_alias; UPDATE employer SET search = '', py = ''"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, words := range []string{"xinsong", "xs", "shenyangxinsong", "新松"} {
		if rows, err := s.Employers(t.Context(), Query{Find: words}); err != nil || len(rows) != 1 {
			t.Errorf("%s finds %d employers, %v", words, len(rows), err)
		}
	}
	if e, err := s.Employer(t.Context(), id); err != nil || e.Version != 1 {
		t.Errorf("got version %d, %v; want the first", e.Version, err)
	}
	if h, err := s.Health(t.Context()); err != nil || h.Err() != nil {
		t.Errorf("health: %v, %v", err, h.Err())
	}
}

// Each table keeps the names of its columns where the schema has them.
func TestColumnsStandInTheSchema(t *testing.T) {
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "office.db"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	err = s.view(t.Context(), "", func(v session) error {
		for _, k := range keepers() {
			if _, err := k.load(t.Context(), v, []string{"nobody"}); err != nil {
				t.Error(err)
			}
		}
		for _, e := range edges() {
			if _, err := v.referrers(t.Context(), e, []string{"nobody"}); err != nil {
				t.Error(err)
			}
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
