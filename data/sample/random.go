package sample

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"visitdesk/data/career"
)

// RandomDossier returns a dossier of any shape that a paper must bear: empty,
// ordinary or huge, with words of 5,000 characters, names of 40, thirty asks,
// characters few fonts have, photos that are none, and days that are no dates.
// The same dice give the same dossier.
func RandomDossier(dice *rand.Rand) career.Dossier {
	r := &random{Rand: dice, most: 4}
	switch dice.IntN(20) {
	case 0:
		return career.Dossier{Level: pick(dice, career.Levels)}
	case 1, 2:
		r.most = 30
	case 3, 4:
		r.sparse = true
	}
	r.today = career.Date("2026-11-20").Add(dice.IntN(800) - 400)
	d := career.Dossier{
		Level:      pick(dice, career.Levels),
		Today:      r.today,
		University: r.university(),
		Visit:      r.visit(),
		Leader:     career.Colleague{Name: r.name(), Title: r.word()},
		Employer:   r.employer(),
		Parent:     r.name(),
		Others:     r.some(r.name),
		Commitments: many(r, func() career.Commitment {
			return career.Commitment{Side: pick(dice, career.Sides), What: r.text(), Owner: r.name(), Due: r.date(), Done: r.date(), Dropped: r.rare(), Result: r.text()}
		}),
		Agreements: many(r, func() career.Agreement {
			return career.Agreement{Sort: pick(dice, career.AgreementKinds), Title: r.text(), Signed: r.date(), Until: r.date(), Note: r.text()}
		}),
		Feedback: many(r, func() career.Feedback {
			return career.Feedback{On: r.date(), By: r.name(), Overall: dice.IntN(6), Knowledge: dice.IntN(6), Practice: dice.IntN(6), Attitude: dice.IntN(6), Words: r.text()}
		}),
		Demands: many(r, func() career.Demand {
			return career.Demand{On: r.date(), Cohort: r.year(), Major: r.major(), Degree: pick(dice, career.Degrees), Posts: dice.IntN(60), Internships: dice.IntN(9), PayFrom: dice.IntN(9000), PayTo: dice.IntN(19000), Note: r.text()}
		}),
		Past: many(r, func() career.PastVisit {
			return career.PastVisit{Visit: r.visit(), LeaderName: r.name(), LeaderTitle: r.word(), Open: dice.IntN(4)}
		}),
		Cohort: career.Cohort{Year: r.year(), Introduction: r.text()},
		AsOf:   r.date(),
	}
	d.Ours, d.Theirs = r.side(), r.side()
	d.Campaign = career.Campaign{Name: r.text(), From: r.date(), To: r.date(), Next: r.some(r.text), Source: r.text(), Quotas: many(r, func() career.Quota {
		return career.Quota{What: r.text(), Target: dice.IntN(9000), Done: dice.IntN(99999), On: r.date(), Source: r.text()}
	})}
	r.graduates(&d)
	return d
}

// random draws the parts of a dossier.
type random struct {
	*rand.Rand
	today  career.Date
	most   int  // of anything
	sparse bool // leaves most things blank
}

// many returns some things.
func many[T any](r *random, one func() T) []T {
	if r.sparse && r.IntN(3) > 0 {
		return nil
	}
	list := make([]T, r.IntN(r.most+1))
	for i := range list {
		list[i] = one()
	}
	return list
}

func (r *random) some(one func() string) []string { return many(r, one) }

// rare reports true one time in twelve.
func (r *random) rare() bool { return r.IntN(12) == 0 }

var (
	hanzi    = []rune("的学校企业毕业生就业合作实习岗位专业培养人才需求双方商定下一步落实走访座谈机械电气自动化软件工程设备车间技术员招聘签约辽宁沈阳")
	marks    = []string{"，", "。", "；", "：", "、", "！", "？", "“引号”", "（括号）", "《书名》", "……", "——", " ", ", ", ". ", "\n"}
	oddities = []string{"𬭎", "𠮷", "㛃", "阿卜杜拉·买买提", "龘", "é̂", "①", "㈱", "½", "%", "\u200b", "\u202e", "𝒳", "😀", "\ufffd", "\t", "~!@#$^&*()_+`", "<b>x</b>", "\u3000"}
	words    = []string{"graduates", "employer", "internship", "ABC-123", "C++", "3.14%", "2026-11-21", "Universität", "https://example.com/a/very/long/path?with=query", "e-mail", "don't"}
)

// text returns a text of any length: nothing, a phrase, sentences, or now and
// then one endless word.
func (r *random) text() string {
	switch n := r.IntN(100); {
	case n < 8 || r.sparse && n < 60:
		return ""
	case n == 99 && r.most > 4:
		return strings.Repeat(pick(r.Rand, []string{"W", "字", "a"}), 5000)
	case n < 70:
		return r.run(2 + r.IntN(12))
	}
	return r.run(10 + r.IntN(60))
}

// run returns so many pieces of text, Chinese, English or odd.
func (r *random) run(n int) string {
	var b strings.Builder
	for range n {
		switch roll := r.IntN(20); {
		case roll < 12:
			for range 1 + r.IntN(5) {
				b.WriteRune(pick(r.Rand, hanzi))
			}
		case roll < 15:
			b.WriteString(pick(r.Rand, marks))
		case roll < 19:
			b.WriteString(pick(r.Rand, words) + " ")
		default:
			b.WriteString(pick(r.Rand, oddities))
		}
	}
	return b.String()
}

func (r *random) word() string {
	if r.sparse && r.IntN(2) == 0 {
		return ""
	}
	return r.run(1 + r.IntN(4))
}

// name returns a name, at times of 40 characters or with rare ones.
func (r *random) name() string {
	switch n := r.IntN(20); {
	case n == 0:
		return strings.Repeat(string(pick(r.Rand, hanzi)), 40)
	case n == 1:
		return strings.Repeat("Wolfeschlegel ", 3)[:40]
	case n < 5:
		return pick(r.Rand, rare)
	case n == 5 && r.sparse:
		return ""
	}
	return string(pick(r.Rand, []rune(surnames))) + string(pick(r.Rand, []rune(given1))) + string(pick(r.Rand, []rune(given2)))
}

func (r *random) date() career.Date {
	switch r.IntN(12) {
	case 0:
		return ""
	case 1:
		return "去年冬天"
	}
	return r.today.Add(r.IntN(1600) - 1200)
}

func (r *random) year() int { return r.today.Year() + 1 - r.IntN(5) }

func (r *random) major() string {
	if r.rare() {
		return r.text()
	}
	return pick(r.Rand, courses).name
}

func (r *random) university() career.University {
	return career.University{Name: r.name(), EnglishName: r.word(), Office: r.word(), Phone: "024-0000 0000", Address: r.word(),
		Website: r.word(), Introduction: r.text(), Characteristics: r.some(r.text), Achievements: r.some(r.text)}
}

func (r *random) employer() career.Employer {
	e := career.Employer{Name: r.name(), ShortNames: r.some(r.name), FormerNames: r.some(r.name), USCC: career.USCC(r.word()),
		Nature: pick(r.Rand, append(career.Natures, "", "99")), Industry: pick(r.Rand, append(career.Industries, "")), Size: pick(r.Rand, append(career.Sizes, "")),
		Staff: r.IntN(200000), Place: r.word(), Address: r.text(), Website: r.word(), Products: r.text(), Tags: r.some(r.word), Note: r.text()}
	for _, field := range []string{"employer.staff", "employer.products", "employer.unheard_of"} {
		e.Sources = append(e.Sources, career.Source{Field: field, From: r.word(), On: r.date()})
	}
	return e
}

func (r *random) visit() career.Visit {
	v := career.Visit{ID: "visit", Direction: pick(r.Rand, career.Directions), Mode: pick(r.Rand, career.Modes), Place: r.text(), Purpose: r.text(),
		Asks: r.some(r.text), Attention: r.text(), Note: r.text(), From: r.date().At(pick(r.Rand, []string{"", "09:30"}))}
	if r.most > 4 && r.IntN(2) == 0 {
		for range 30 {
			v.Asks = append(v.Asks, r.text())
		}
	}
	if r.rare() {
		v.Cancelled = r.text()
	}
	if r.rare() {
		v.Postponed = r.text()
	}
	v.To = v.From
	v.Agenda = many(r, func() career.AgendaLine {
		return career.AgendaLine{At: r.word(), Item: r.word(), Content: r.text(), Responsible: r.name(), Place: r.word()}
	})
	v.Logistics = career.Logistics{Departure: r.text(), Car: r.word(), Route: r.text(), Dress: r.word(), Gifts: r.word(), Material: r.text()}
	v.Points = many(r, func() career.Point { return career.Point{Kind: pick(r.Rand, career.PointKinds), Text: r.text()} })
	v.Minutes = career.Minutes{Outer: r.text(), Inner: r.text(), By: r.name(), On: r.date()}
	return v
}

// side returns the people of one side, up to sixty.
func (r *random) side() []career.Person {
	n := 1 + r.IntN(2*r.most)
	if r.sparse {
		n = r.IntN(2)
	}
	list := make([]career.Person, n)
	for i := range list {
		p := &list[i]
		p.Name, p.Title, p.Unit, p.Pinyin = r.name(), r.word(), r.word(), "Lǐ Qiáng"
		p.Phone, p.Email = fmt.Sprintf("1390000%04d", i), "p@example.com"
		p.OnSite, p.LastMet, p.LastWith, p.Note = r.rare(), r.date(), r.name(), r.text()
		switch r.IntN(8) {
		case 0:
			p.Photo = []byte("not a picture")
		case 1:
			p.Alumnus = career.Graduate{Name: p.Name, Cohort: r.year(), Faculty: r.word(), Major: r.major()}
		}
	}
	if n > 0 && r.IntN(4) == 0 {
		list[0].Photo = portrait(r.IntN(5))
	}
	return list
}

// graduates fills in all that is counted.
func (r *random) graduates(d *career.Dossier) {
	d.HireCells = many(r, func() career.HireCell {
		return career.HireCell{Cohort: r.year() - r.IntN(4), Major: r.major(), Degree: pick(r.Rand, career.Degrees), Code: pick(r.Rand, career.OutcomeCodes), Count: r.IntN(40)}
	})
	if d.Level.Internal() {
		d.Hires = many(r, func() career.Hire {
			return career.Hire{Name: r.name(), Cohort: r.year(), Faculty: r.word(), Major: r.major(), Degree: pick(r.Rand, career.Degrees), Code: pick(r.Rand, career.OutcomeCodes), Job: r.word(), On: r.date(), Mobile: "13900000000"}
		})
	}
	d.Supply = many(r, func() career.Supply {
		all := r.IntN(300)
		return career.Supply{Major: r.major(), Degree: pick(r.Rand, career.Degrees), All: all, Unplaced: r.IntN(all + 1)}
	})
	d.Class = many(r, func() career.ClassCell {
		return career.ClassCell{Code: pick(r.Rand, append(career.OutcomeCodes, "", "801", "99")), Count: r.IntN(500)}
	})
}
