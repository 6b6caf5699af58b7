package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"visitdesk/data/career"
	"visitdesk/data/match"
)

// PersonFile is all that the office knows about one person, a contact or one of
// our own people.
type PersonFile struct {
	Noun        career.Noun     // *career.Contact or *career.Colleague
	Posts       []PostRow       // of a contact, as they are listed
	Visits      []VisitRow      // where the person took part, the latest first, at most lastVisits
	Graduate    career.Graduate // who a contact was with us; empty if it was not
	Outcome     career.Outcome  // the newest one of that graduate; empty if none is known
	Employed    string          // the employer of the outcome, by its name here, or as reported
	Commitments []CommitmentRow // which the person sees to, by name; open ones first, by their day, at most lastCommitments
	Attachments []career.Attachment
}

// PostRow is a post with what became of it.
type PostRow struct {
	career.Post
	EmployerName string
	Ended        bool // it is held no more, or today is its last day
	Next         Successor
}

// Successor is the contact who took over a post that ended: who holds one of the
// same title at the same employer that began after it. Empty if nobody is known.
type Successor struct {
	Contact career.ContactID
	Name    string
	From    career.Date
}

// How many visits and commitments a person's file tells.
const (
	lastVisits      = 50
	lastCommitments = 100
)

// Person returns all about a contact or a colleague, read at one moment, or
// career.ErrNotFound.
func (s *Store) Person(ctx context.Context, kind career.Kind, id string) (f PersonFile, err error) {
	err = s.view(ctx, "file of "+string(kind)+" "+id, func(v session) (err error) {
		switch kind {
		case career.KindContact:
			err = f.contact(ctx, v, id)
		case career.KindColleague:
			err = f.colleague(ctx, v, id)
		default:
			err = career.ErrNotFound
		}
		if err != nil {
			return err
		}
		if f.Visits, err = v.met(ctx, kind, id); err != nil {
			return err
		}
		f.Attachments, err = v.attachments(ctx, kind, id)
		return err
	})
	return f, err
}

// contact reads what is known of contacts alone.
func (f *PersonFile) contact(ctx context.Context, v session, id string) error {
	c, err := contacts.one(ctx, v, office, id)
	if err != nil {
		return err
	}
	f.Noun = &c
	if err := f.posts(ctx, v, c); err != nil {
		return err
	}
	if c.Graduate != "" {
		if err := f.graduate(ctx, v, c.Graduate); err != nil {
			return err
		}
	}
	// A promise of theirs names who keeps it and the employer that made it.
	f.Commitments, err = v.owned(ctx, c.Name, career.Theirs, `FROM commitment r
		WHERE r.employer IN (SELECT p.employer FROM post p WHERE p.contact = $2)`, id)
	return err
}

// colleague reads what is known of our own people alone.
func (f *PersonFile) colleague(ctx context.Context, v session, id string) error {
	c, err := colleagues.one(ctx, v, office, id)
	if err != nil {
		return err
	}
	f.Noun = &c
	if words := match.Tokens(c.Name); len(words) > 0 {
		f.Commitments, err = v.owned(ctx, c.Name, career.Ours, fmt.Sprintf(v.d.matches, career.KindCommitment, "$2"), v.d.terms([][]string{words}))
	}
	return err
}

// posts reads the names of the employers and who took over.
func (f *PersonFile) posts(ctx context.Context, v session, c career.Contact) error {
	type known struct {
		employer career.EmployerID
		name     string
	}
	names, err := collect(ctx, v, func(k *known) []any { return []any{&k.employer, &k.name} },
		"SELECT DISTINCT e.id, e.name FROM post p JOIN employer e ON e.id = p.employer WHERE p.contact = $1", c.ID)
	if err != nil {
		return err
	}
	ended := false
	for _, p := range c.Posts {
		row := PostRow{Post: p}
		if i := slices.IndexFunc(names, func(k known) bool { return k.employer == p.Employer }); i >= 0 {
			row.EmployerName = names[i].name
		}
		_, last := p.To.Span()
		row.Ended = last != "" && last <= v.today
		ended = ended || row.Ended
		f.Posts = append(f.Posts, row)
	}
	if !ended {
		return nil
	}
	return f.successors(ctx, v, c.ID)
}

// successors looks for who took over the posts that ended.
func (f *PersonFile) successors(ctx context.Context, v session, id career.ContactID) error {
	type candidate struct {
		Successor
		post        career.Post
		first, last career.Date // it may have begun on
	}
	list, err := collect(ctx, v, func(c *candidate) []any {
		return []any{&c.Contact, &c.Name, &c.post.Employer, &c.post.Title, &c.From}
	}, `SELECT c.id, c.name, p.employer, p.title, p."from" FROM post p JOIN contact c ON c.id = p.contact
		WHERE p.employer IN (SELECT h.employer FROM post h WHERE h.contact = $1) AND p.contact <> $1 AND p."from" <> '' AND p.title <> '' AND c.deleted = ''`, id)
	if err != nil {
		return err
	}
	for i := range list {
		list[i].first, list[i].last = list[i].From.Span()
	}
	slices.SortFunc(list, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.first, b.first), cmp.Compare(a.Name, b.Name), cmp.Compare(a.Contact, b.Contact))
	})
	for i := range f.Posts {
		left := &f.Posts[i]
		if !left.Ended {
			continue
		}
		ended, _ := left.To.Span()
		for _, c := range list {
			// Of a month or a year the last day counts: it may have been after.
			if c.post.Employer == left.Employer && c.last >= ended && alikeTitles(c.post.Title, left.Title) {
				left.Next = c.Successor
				break
			}
		}
	}
	return nil
}

func alikeTitles(a, b string) bool {
	return strings.Join(match.Tokens(a), " ") == strings.Join(match.Tokens(b), " ")
}

// graduate reads who a contact was with us and what became of it.
func (f *PersonFile) graduate(ctx context.Context, v session, id career.GraduateID) (err error) {
	if f.Graduate, err = graduates.one(ctx, v, office, string(id)); err != nil {
		return err
	}
	newest, err := outcomes.list(ctx, v, office, "WHERE r.id = (SELECT g.newest FROM graduate g WHERE g.id = $1)", id)
	if err != nil || len(newest) == 0 {
		return err
	}
	f.Outcome, f.Employed = newest[0], newest[0].EmployerName
	names, err := collect(ctx, v, func(name *string) []any { return []any{name} }, "SELECT e.name FROM employer e WHERE e.id = $1", f.Outcome.Employer)
	if len(names) > 0 {
		f.Employed = names[0]
	}
	return err
}

// met returns the last visits that took place and that the person took part in.
// Who took part in few is looked up by them; of who took part in many, the last
// ones are found soon among the last visits of all.
func (v session) met(ctx context.Context, kind career.Kind, id string) ([]VisitRow, error) {
	const many = 500
	n, err := number(ctx, v.q, fmt.Sprintf("SELECT count(*) FROM participant p WHERE p.%s = $1", kind), id)
	if err != nil {
		return nil, err
	}
	among := fmt.Sprintf("r.id IN (SELECT p.visit FROM participant p WHERE p.%s = $1)", kind)
	if n > many {
		among = fmt.Sprintf("EXISTS (SELECT 1 FROM participant p WHERE p.%s = $1 AND p.visit = r.id)", kind)
	}
	// What lists tell beside is read of those that are told, not of all.
	return v.visitRows(ctx, fmt.Sprintf(`WHERE r.id IN (SELECT r.id FROM visit r WHERE r."from" < $2 AND r.deleted = '' AND %s AND %s
			ORDER BY r."from" DESC, r.id DESC LIMIT %d)
		ORDER BY r."from" DESC, r.id DESC`, among, takesPlace, lastVisits), id, v.today.Add(1))
}

// owned returns the commitments of a side, among those that from picks with its
// parameter $2, which the person of that name sees to. Whose name it is, is told
// here, before any are left out for their number: 王晓明 is in 王晓明明 too.
func (v session) owned(ctx context.Context, name string, side career.Side, from string, arg any) ([]CommitmentRow, error) {
	const ours = " AND r.side = $1 AND r.deleted = ''"
	owners, err := collect(ctx, v, func(owner *string) []any { return []any{owner} }, "SELECT DISTINCT r.owner "+from+ours, side, arg)
	owners = slices.DeleteFunc(owners, func(owner string) bool { return !named(owner, name) })
	if err != nil || len(owners) == 0 {
		return nil, err
	}
	p := params{session: v, args: []any{side, arg}}
	return collect(ctx, v, (*CommitmentRow).dest, fmt.Sprintf(`SELECT %s FROM commitment r WHERE r.id IN (SELECT r.id %s AND r.owner %s ORDER BY %s, r.id LIMIT %d)
		ORDER BY %[4]s, r.id`, commitments.selects(office)+commitmentFacts, from+ours, p.among(owners), commitmentOrder, lastCommitments), p.args...)
}

// named reports whether the one who sees to something is the person of that
// name, or one of several: 王晓明、李静.
func named(owner, name string) bool {
	apart := strings.FieldsFunc(owner, func(r rune) bool { return unicode.IsPunct(r) && r != '·' || unicode.IsSpace(r) })
	for _, one := range append(apart, owner) {
		if match.Usual(strings.TrimSpace(one)) == match.Usual(strings.TrimSpace(name)) {
			return true
		}
	}
	return false
}
