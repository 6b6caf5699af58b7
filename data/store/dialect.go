package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"modernc.org/sqlite"
	code "modernc.org/sqlite/lib"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// dialect holds all that differs between databases. Nothing else in this
// package knows which one it speaks to.
type dialect struct {
	driver string
	schema fs.FS // the schema files, in the order of their names
	batch  int   // rows of one bulk insert
	dsn    func(file string, a access) string
	log    string             // suffix of the file that holds what the office's own does not yet
	beside []string           // suffixes of all files that may stand beside the office's
	param  func(n int) string // the n-th parameter of a generated statement

	meaning func(error) error // an error in career's words, or nil
	broken  func(error) bool  // whether the file could not be read or written
	again   func(error) bool  // whether a transaction is worth another try

	writable func(conn any) error // career.ErrReadOnly if a driver's connection can do nothing but read

	matches string                        // FROM and WHERE of a full-text match in a table as r; its name and a parameter go in
	space   string                        // a text of all characters that show nothing
	among   string                        // the condition of being one of the texts of a JSON list; a parameter goes in
	tagged  string                        // the condition that a column's JSON list holds one of some texts; column and parameters go in
	listed  string                        // reads the texts of the JSON lists in a column as value; column and table go in
	latest  string                        // orders such matches by when they were first kept, the last first
	terms   func(words [][]string) string // what to match: each word is a run of tokens, the last one a beginning
	begins  func(words [][]string) string // what to match at the beginning: the tokens of all words, one after the other
	nothing string                        // what to match for no row at all
	newest  string                        // the last row's rid of a table
	index   string                        // adds rows of a table to its full-text index; a condition goes in
	reindex string                        // makes the full-text index of a table anew
	unindex string                        // takes the row of an id out of it

	identity   string // asks for the number that marks our files
	version    string // asks how many schema files were run
	setVersion string // says so; the number goes in
	mark       string // marks a new file as ours
	integrity  string // asks for damage, one remark a row, or one row "ok"
	dangling   string // asks for references that lead nowhere
	copy       string // copies the office to an empty file; its name is the parameter
	settle     string // brings all that was written into the file itself
	indexes    string // asks for the indexes of the schema's own: name, table and the statement that makes it
	rush       string // lets a connection look at no references, and gives it memory for millions of rows
	calm       string // takes that back
}

// access says what a connection is for.
type access int

const (
	writing   access = iota
	reading          // never writes
	migrating        // as writing, without foreign keys: with them, rebuilding a table deletes its children
	peeking          // looks at the file alone: no lock, no log, not one byte changed
	joining          // as peeking, with the log that a crash left beside the file
	touching         // opens the file as a writer does, and neither reads nor writes
)

// application marks our files: the bytes "VDsk" at offset 68.
const application = 0x5644736b

//go:embed schema/*.sql
var schema embed.FS

// sqliteDialect speaks to SQLite through modernc.org/sqlite.
// Bulk inserts take anonymous parameters, 20 rows a statement: the cost of
// numbered ones grows with the square of their number.
var sqliteDialect = dialect{
	driver:  "sqlite",
	schema:  schema,
	batch:   20,
	dsn:     sqliteDSN,
	log:     "-wal",
	beside:  []string{"-wal", "-shm", "-journal"},
	param:   func(int) string { return "?" },
	meaning: sqliteMeaning,
	broken:  sqliteBroken,
	again:   sqliteAgain,

	writable: sqliteWritable,

	matches: `FROM %[1]s_fts f CROSS JOIN %[1]s r ON r.rid = f.rowid WHERE f.%[1]s_fts MATCH %[2]s`,
	space:   `char(9, 10, 11, 12, 13, 32, 133, 160, 5760, 8192, 8193, 8194, 8195, 8196, 8197, 8198, 8199, 8200, 8201, 8202, 8232, 8233, 8239, 8287, 12288)`,
	among:   `IN (SELECT value FROM json_each(%s))`,
	tagged:  `EXISTS (SELECT 1 FROM json_each(%s) t WHERE t.value IN (%s))`,
	listed:  `SELECT t.value AS value FROM %[2]s r, json_each(%[1]s) t WHERE r.deleted = ''`,
	latest:  `ORDER BY f.rowid DESC`,
	terms:   sqliteTerms,
	begins:  sqliteBegins,
	nothing: `""`,
	newest:  `SELECT coalesce(max(rid), 0) FROM %s`,
	index:   `INSERT INTO %[1]s_fts (rowid, search) SELECT rid, search FROM %[1]s WHERE %[2]s`,
	reindex: `INSERT INTO %[1]s_fts (%[1]s_fts) VALUES ('rebuild')`,
	unindex: `INSERT INTO %[1]s_fts (%[1]s_fts, rowid, search) SELECT 'delete', rid, search FROM %[1]s WHERE id = ?`,

	identity:   `PRAGMA application_id`,
	version:    `PRAGMA user_version`,
	setVersion: `PRAGMA user_version = %d`,
	mark:       `PRAGMA application_id = ` + strconv.Itoa(application),
	integrity:  `PRAGMA integrity_check`,
	dangling:   `PRAGMA foreign_key_check`,
	copy:       `VACUUM INTO ?`,
	settle:     `PRAGMA wal_checkpoint(TRUNCATE)`,
	indexes:    `SELECT name, tbl_name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid`,
	rush:       `PRAGMA foreign_keys = 0; PRAGMA cache_size = -163840`,
	calm:       `PRAGMA foreign_keys = 1; PRAGMA cache_size = -32768`,
}

// sqliteDSN returns the address of a file. The path is made absolute and
// escaped: SQLite would cut a bare one at the first question mark.
func sqliteDSN(file string, a access) string {
	path := filepath.ToSlash(file)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // C:/office is /C:/office in an address
	}
	address := "file:" + (&url.URL{Path: path}).EscapedPath()
	switch a {
	case peeking:
		return address + "?mode=ro&immutable=1&_error_rc=1"
	case joining:
		return address + "?mode=ro&_busy_timeout=5000&_error_rc=1"
	case touching:
		return address + "?mode=rw&_error_rc=1"
	}
	address += "?mode=rw&_journal_mode=WAL&_synchronous=FULL&_busy_timeout=5000&_dqs=0&_defensive=1&_error_rc=1" +
		"&_pragma=cache_size(-32768)&_pragma=temp_store(2)&_pragma=trusted_schema(0)&_pragma=secure_delete(1)"
	switch a {
	case reading:
		return address + "&_foreign_keys=1&_query_only=1"
	case migrating:
		return address + "&_foreign_keys=0&_txlock=immediate"
	}
	return address + "&_foreign_keys=1&_txlock=immediate"
}

// sqliteMeaning returns what an error of SQLite is in career's words.
func sqliteMeaning(err error) error {
	var failure *sqlite.Error
	if !errors.As(err, &failure) {
		return nil
	}
	switch failure.Code() {
	case code.SQLITE_IOERR_SHMSIZE:
		return career.ErrFull
	case code.SQLITE_CONSTRAINT_UNIQUE, code.SQLITE_CONSTRAINT_PRIMARYKEY:
		return career.ErrTaken
	case code.SQLITE_CONSTRAINT_FOREIGNKEY:
		return career.ErrNotFound
	}
	switch failure.Code() & 0xff {
	case code.SQLITE_NOTADB:
		return career.ErrForeign
	case code.SQLITE_CORRUPT:
		return career.ErrDamaged
	case code.SQLITE_READONLY, code.SQLITE_CANTOPEN, code.SQLITE_PERM:
		return career.ErrReadOnly
	case code.SQLITE_FULL:
		return career.ErrFull
	case code.SQLITE_BUSY, code.SQLITE_LOCKED:
		return career.ErrBusy
	}
	return nil
}

// sqliteBroken reports whether the system refused to open, read or write.
func sqliteBroken(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) && slices.Contains([]int{code.SQLITE_IOERR, code.SQLITE_CANTOPEN, code.SQLITE_READONLY}, failure.Code()&0xff)
}

func sqliteAgain(err error) bool {
	var failure *sqlite.Error
	return errors.As(err, &failure) &&
		(failure.Code()&0xff == code.SQLITE_BUSY || failure.Code()&0xff == code.SQLITE_LOCKED)
}

// sqliteWritable asks a connection whether it had to open the file for reading:
// the file's own rights tell only half of it.
func sqliteWritable(conn any) error {
	c, ok := conn.(interface {
		IsReadOnly(name string) (bool, error)
	})
	if !ok {
		return fmt.Errorf("%T cannot tell whether it may write", conn)
	}
	only, err := c.IsReadOnly("main")
	if err == nil && only {
		err = career.ErrReadOnly
	}
	return err
}

// sqliteTerms writes each word as a phrase. A last token that is not hanzi may
// go on: it is a beginning. Hanzi are whole as they are, and looking for more
// would read all that begins with one before the first row; so would a year, with
// which all student numbers of a class begin. Tokens hold letters
// and digits only, so nothing in them can be an operator.
func sqliteTerms(words [][]string) string {
	const digits = "0123456789"
	terms := make([]string, len(words))
	for i, word := range words {
		beginning := ""
		last := word[len(word)-1]
		if match.Latin(last) && (len(last) > 4 || strings.Trim(last, digits) != "") {
			beginning = "*"
		}
		terms[i] = sqlitePhrases("", word, beginning)
	}
	return strings.Join(terms, " AND ")
}

// sqliteBegins writes the words as one phrase at the beginning of the text.
func sqliteBegins(words [][]string) string {
	return sqlitePhrases("^", slices.Concat(words...), "")
}

// sqlitePhrases writes the phrase of the tokens in each way it may be drawn.
func sqlitePhrases(before string, tokens []string, after string) string {
	spellings := match.TokenSpellings(tokens)
	phrases := make([]string, len(spellings))
	for i, one := range spellings {
		phrases[i] = before + `"` + strings.Join(one, " ") + `"` + after
	}
	if len(phrases) == 1 {
		return phrases[0]
	}
	return "(" + strings.Join(phrases, " OR ") + ")"
}

// connect opens a pool of at most n connections to the file.
func (d *dialect) connect(file string, a access, n int) (*sql.DB, error) {
	db, err := sql.Open(d.driver, d.dsn(file, a))
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(n)
	db.SetMaxIdleConns(n)
	return db, nil
}

// renew closes the connections of a pool that are not in use.
func (d *dialect) renew(db *sql.DB) {
	if db == nil {
		return
	}
	db.SetMaxIdleConns(-1)
	db.SetMaxIdleConns(db.Stats().MaxOpenConnections)
}

// explain puts err into career's words where it has some.
func (d *dialect) explain(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, sql.ErrNoRows) {
		return career.ErrNotFound
	}
	if word := d.meaning(err); word != nil && !errors.Is(err, word) {
		return fmt.Errorf("%w: %w", word, err)
	}
	return err
}

// number asks for one number.
func number(ctx context.Context, q querier, query string, args ...any) (n int, err error) {
	err = q.QueryRowContext(ctx, query, args...).Scan(&n)
	return n, err
}
