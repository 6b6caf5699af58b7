package store_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// attach attaches files of these names to a record.
func attach(t testing.TB, s *store.Store, to career.Noun, files ...string) []career.Attachment {
	t.Helper()
	for _, name := range files {
		save(t, s, &career.Attachment{Of: to.Kind(), OfID: to.Key(), Name: name, Hash: strings.Repeat("ab", 32), Size: 12})
	}
	return attached(t, s, to)
}

func attached(t testing.TB, s *store.Store, to career.Noun) []career.Attachment {
	t.Helper()
	return got[[]career.Attachment](t)(s.Attachments(t.Context(), to.Kind(), to.Key()))
}

func TestAnyRecordHasAttachments(t *testing.T) {
	o := smallOffice(t)
	university := career.University{Name: "沈阳工学院"}
	save(t, o.Store, &university)
	for _, n := range []career.Noun{&o.employer, &o.president, &o.host, &o.visit, &o.promise, &university} {
		list := attach(t, o.Store, n, "协议.pdf", "照片 1.jpg")
		if len(list) != 2 || list[0].Name != "协议.pdf" || list[1].Name != "照片 1.jpg" {
			t.Errorf("%s: got %v", n.Kind(), list)
		}
	}
	if list := got[[]career.Attachment](t)(o.Attachments(t.Context(), career.KindMeeting, o.visit.Key())); len(list) != 0 {
		t.Errorf("a meeting of the same ID: got %v", list)
	}
}

func TestNothingIsAttachedToWhatIsNotThere(t *testing.T) {
	o := smallOffice(t)
	for name, c := range map[string]struct {
		of   career.Kind
		id   string
		want error
	}{
		"nobody":        {career.KindContact, store.NewID(), career.ErrNotFound},
		"another kind":  {career.KindContact, o.visit.Key(), career.ErrNotFound},
		"no kind":       {"", o.visit.Key(), nil},
		"unknown kind":  {"office", o.visit.Key(), nil},
		"an attachment": {career.KindAttachment, o.visit.Key(), nil},
	} {
		err := o.Save(t.Context(), &career.Attachment{Of: c.of, OfID: c.id, Name: "a.pdf", Hash: strings.Repeat("ab", 32)})
		var invalid career.Invalid
		if c.want == nil && !errors.As(err, &invalid) || c.want != nil && !errors.Is(err, c.want) {
			t.Errorf("%s: got %v, want %v", name, err, c.want)
		}
	}
}

func TestAttachmentsGoAndComeBackWithTheirRecord(t *testing.T) {
	o := smallOffice(t)
	of := []career.Noun{&o.employer, &o.visit, &o.host}
	for _, n := range of {
		attach(t, o.Store, n, "材料.docx")
	}
	must(t, o.Delete(t.Context(), &o.employer)) // takes the visit along, and its only contact there
	for _, n := range of {
		if list := attached(t, o.Store, n); len(list) != 0 {
			t.Errorf("%s: %v outlived its record", n.Kind(), list)
		}
	}
	must(t, o.Undo(t.Context(), got[[]store.Change](t)(o.Changes(t.Context(), 1))[0].ID))
	for _, n := range of {
		if list := attached(t, o.Store, n); len(list) != 1 {
			t.Errorf("%s: got %v back", n.Kind(), list)
		}
	}
	must(t, got[store.Health](t)(o.Health(t.Context())).Err())
}

func TestAnAttachmentHasAHistory(t *testing.T) {
	o := smallOffice(t)
	a := attach(t, o.Store, &o.visit, "纪要.pdf")[0]
	a.Name = "会议纪要.pdf"
	save(t, o.Store, &a)
	entries := got[[]store.Entry](t)(o.History(t.Context(), career.KindAttachment, a.Key()))
	if len(entries) != 2 || len(entries[0].Fields) != 1 || entries[0].Fields[0] != (store.Field{Name: "attachment.name", Old: "纪要.pdf", New: "会议纪要.pdf"}) {
		t.Errorf("got %+v", entries)
	}
	must(t, o.Undo(t.Context(), entries[0].ID))
	if list := attached(t, o.Store, &o.visit); list[0].Name != "纪要.pdf" {
		t.Errorf("got %v", list)
	}
	must(t, o.Delete(t.Context(), &attached(t, o.Store, &o.visit)[0]))
	if list := attached(t, o.Store, &o.visit); len(list) != 0 {
		t.Errorf("got %v", list)
	}
}

func TestTagsAreFound(t *testing.T) {
	o := smallOffice(t)
	o.visit.Tags, o.host.Tags = []string{"校企合作月"}, []string{"招聘负责人"}
	save(t, o.Store, &o.visit, &o.host)
	visits := got[[]store.VisitRow](t)(o.Visits(t.Context(), store.Query{Find: "合作月"}))
	if len(visits) != 1 || !slices.Equal(visits[0].Tags, o.visit.Tags) {
		t.Errorf("got %v", visits)
	}
	if people := got[[]store.PersonRow](t)(o.People(t.Context(), store.Query{Find: "招聘负责"})); len(people) != 1 || people[0].ID != o.host.Key() {
		t.Errorf("got %v", people)
	}
}

// A sample that the office attached something to is the office's own by then.
func TestAnAttachmentKeepsItsSample(t *testing.T) {
	s := open(t)
	e := career.Employer{Name: "样例公司", Kept: career.Kept{Sample: true}}
	other := career.Employer{Name: "样例公司二", Kept: career.Kept{Sample: true}}
	save(t, s, &e, &other)
	attach(t, s, &e, "协议.pdf")
	save(t, s, &career.Attachment{Of: career.KindEmployer, OfID: other.Key(), Name: "样例.pdf", Hash: strings.Repeat("cd", 32), Kept: career.Kept{Sample: true}})
	if n := got[int](t)(s.RemoveSample(t.Context())); n != 2 {
		t.Errorf("%d removed, want the other employer and its attachment", n)
	}
	if kept := got[career.Employer](t)(s.Employer(t.Context(), e.ID)); kept.Sample {
		t.Error("it is still a sample")
	}
	if len(attached(t, s, &e)) != 1 || len(attached(t, s, &other)) != 0 {
		t.Error("the wrong attachment is left")
	}
}
