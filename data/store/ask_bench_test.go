package store_test

import (
	"context"
	"fmt"
	"testing"

	"visitdesk/data/career"
	"visitdesk/data/store"
)

// A benchmark of all that the window asks when a screen is shown, a head is
// clicked or a key typed, in an office of VISITDESK_SIZE.
func BenchmarkAsked(b *testing.B) {
	s := syntheticOffice(b)
	b.Run("start", func(b *testing.B) { benchmarkStart(b, s) })
	b.Run("record", func(b *testing.B) { benchmarkRecords(b, s) })
	for _, list := range listings {
		b.Run(string(list), func(b *testing.B) { benchmarkList(b, s, list) })
	}
	b.Run("palette", func(b *testing.B) {
		for _, words := range []string{"w", "wa", "wan", "wang", "wangw", "wangwe", "王", "王伟", "银", "银行", "1", "13", "139", "1390", "2024", "沈阳", "zgyh", "jxh"} {
			ask(b, words, func(ctx context.Context) (err error) { _, err = s.Search(ctx, words, 20); return err })
		}
	})
}

var listings = []store.Listing{store.OfEmployers, store.OfPeople, store.OfVisits, store.OfGraduates, store.OfMeetings, store.OfCommitments}

// ask measures one question.
func ask(b *testing.B, name string, question func(context.Context) error) {
	b.Run(name, func(b *testing.B) {
		for b.Loop() {
			must(b, question(b.Context()))
		}
	})
}

// benchmarkStart asks what the first screen shows, and the frame around it.
func benchmarkStart(b *testing.B, s *store.Store) {
	next := got[store.VisitRow](b)(s.Next(b.Context(), today.At("")))
	ask(b, "next", func(ctx context.Context) (err error) { _, err = s.Next(ctx, today.At("")); return err })
	for _, level := range career.Levels {
		ask(b, "dossier "+level.String(), func(ctx context.Context) (err error) { _, err = s.Dossier(ctx, next.ID, level, today); return err })
	}
	ask(b, "drafts", func(ctx context.Context) (err error) { _, err = s.KeptUnder(ctx, "draft/"); return err })
	ask(b, "week", func(ctx context.Context) (err error) { _, err = s.Between(ctx, today, today.Add(7)); return err })
	ask(b, "unminuted", func(ctx context.Context) (err error) {
		_, err = s.Unminuted(ctx, today.Add(-60), today.Add(-1), 6)
		return err
	})
	ask(b, "due", func(ctx context.Context) (err error) { _, err = s.Due(ctx, today, 12); return err })
	ask(b, "begun", func(ctx context.Context) (err error) { _, err = s.Begun(ctx); return err })
	ask(b, "sample", func(ctx context.Context) (err error) { _, err = s.HasSample(ctx); return err })
	ask(b, "board", func(ctx context.Context) (err error) { _, err = s.Board(ctx, today); return err })
	ask(b, "changes", func(ctx context.Context) (err error) { _, err = s.Changes(ctx, 20); return err })
	ask(b, "campaigns", func(ctx context.Context) (err error) { _, err = s.Campaigns(ctx); return err })
	ask(b, "colleagues", func(ctx context.Context) (err error) { _, err = s.Colleagues(ctx); return err })
}

// benchmarkRecords asks what the pages of single records show, those with most
// to tell.
func benchmarkRecords(b *testing.B, s *store.Store) {
	ctx := b.Context()
	employer := got[[]store.EmployerRow](b)(s.Employers(ctx, store.Query{Sort: "employer.graduates", Desc: true, Limit: 1}))[0]
	busy := got[[]store.CommitmentRow](b)(s.Commitments(ctx, store.Query{Limit: 1}))[0].Employer
	person := got[[]store.PersonRow](b)(s.People(ctx, store.Query{Filter: with("person.kind", "contact"), Limit: 1}))[0]
	colleague := got[[]store.PersonRow](b)(s.People(ctx, store.Query{Filter: with("person.kind", "colleague"), Sort: "person.rank", Limit: 1}))[0]
	visit := got[[]store.VisitRow](b)(s.Visits(ctx, store.Query{Limit: 1}))[0]
	graduate := got[[]store.GraduateRow](b)(s.Graduates(ctx, store.Query{Limit: 1}))[0]
	for name, id := range map[string]career.EmployerID{"popular": employer.ID, "busy": busy} {
		ask(b, "file "+name, func(ctx context.Context) (err error) { _, err = s.File(ctx, id); return err })
		ask(b, "duplicates "+name, func(ctx context.Context) (err error) { _, err = s.Duplicates(ctx, id); return err })
	}
	ask(b, "contact", func(ctx context.Context) (err error) { _, err = s.Person(ctx, person.Kind, person.ID); return err })
	ask(b, "colleague", func(ctx context.Context) (err error) {
		_, err = s.Person(ctx, colleague.Kind, colleague.ID)
		return err
	})
	ask(b, "graduate", func(ctx context.Context) (err error) { _, err = s.Graduate(ctx, graduate.ID); return err })
	ask(b, "outcomes", func(ctx context.Context) (err error) { _, err = s.Outcomes(ctx, graduate.ID); return err })
	ask(b, "visit", func(ctx context.Context) (err error) { _, err = s.Of(ctx, visit.ID); return err })
	ask(b, "attachments", func(ctx context.Context) (err error) {
		_, err = s.Attachments(ctx, career.KindVisit, string(visit.ID))
		return err
	})
	ask(b, "history", func(ctx context.Context) (err error) {
		_, err = s.History(ctx, career.KindVisit, string(visit.ID))
		return err
	})
}

// benchmarkList asks for the first page of a list, in each order, of the
// commonest value of each field, and of what is found; and for its places and
// values.
func benchmarkList(b *testing.B, s *store.Store, list store.Listing) {
	page := func(name string, q store.Query) {
		q.Limit = 100
		b.Run("page "+name, func(b *testing.B) {
			for b.Loop() {
				rowsOf(b, s, list, q)
			}
		})
	}
	places := func(name string, q store.Query) {
		ask(b, "places "+name, func(ctx context.Context) (err error) { _, _, err = s.Places(ctx, list, q, 100); return err })
	}
	page("first", store.Query{})
	places("first", store.Query{})
	sorts, filters := store.Fields(list)
	for _, field := range sorts {
		page("by "+field, store.Query{Sort: field})
		page("by "+field+" down", store.Query{Sort: field, Desc: true})
		places("by "+field, store.Query{Sort: field})
	}
	for _, field := range filters {
		ask(b, "values "+field, func(ctx context.Context) (err error) { _, err = s.Values(ctx, list, field); return err })
		values := got[[]string](b)(s.Values(b.Context(), list, field))
		for i, value := range values[:min(len(values), 2)] {
			page(fmt.Sprint("of ", field, i), store.Query{Filter: with(field, value)})
			places(fmt.Sprint("of ", field, i), store.Query{Filter: with(field, value)})
		}
	}
	for _, words := range []string{"w", "wa", "wan", "zgyh", "王", "王伟", "银", "银行", "13", "139", "没有此事"} {
		page("found "+words, store.Query{Find: words})
		places("found "+words, store.Query{Find: words})
	}
}
