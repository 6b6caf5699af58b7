package typeset

import "visitdesk/app/document"

// A lettering is an ink with the distance from line to line, in points.
type lettering struct {
	role        role
	size, pitch float64
	colour      Colour
}

func (l lettering) em() float64 { return l.size * point }

// A style is one look of the papers: all sizes, colours and distances there
// are. Lengths are in millimetres, type sizes in points.
type style struct {
	width, height            float64 // of the sheet
	left, right, top, bottom float64 // margins; top is that of all pages but the first
	firstTop                 float64 // where the body of page one begins

	author, number, mark, running, foot        lettering
	title, subtitle, section, heading, caption lettering
	body, latinBody, list                      lettering
	label, value, note                         lettering
	head, cell                                 lettering // of tables
	tileNumber, tileLabel, tileNote            lettering
	remark, remarkLabel                        lettering // of callouts
	name, reading, post, detail                lettering // of people
	when, event                                lettering // of timelines
	chart                                      lettering

	// Colours not of type.
	deep, accent, seal, ochre         Colour
	hairline, zebra, tint, gapFill    Colour
	tintWarn, tintAlert, muted, paper Colour
	bars                              []Colour // by series; far apart in grey too

	gapTitle, gapSection, gapHeading, gapUnder float64 // gapUnder: below a heading
	gapBlock, gapParagraph, gapItem            float64
	gapSpread                                  float64 // what page one may add to each gap
	columnGap                                  float64
}

// The colours of ink, paper and teal. Every text colour has a contrast of at
// least 4.5 on white and on the tints.
var (
	black  = Colour{0x1E, 0x2A, 0x2E}
	deep   = Colour{0x20, 0x39, 0x3F}
	teal   = Colour{0x1F, 0x61, 0x70}
	seal   = Colour{0xB3, 0x37, 0x2B}
	ochre  = Colour{0x8A, 0x5A, 0x00}
	grey   = Colour{0x56, 0x63, 0x67}
	white  = Colour{0xFF, 0xFF, 0xFF}
	light  = Colour{0xC6, 0xD0, 0xD1}
	bright = Colour{0x8F, 0xB8, 0xBF}
	sand   = Colour{0xD9, 0xB2, 0x66}
)

// modern is the default look: one accent, tiles of key numbers, tables with a
// dark head.
var modern = style{
	width: 210, height: 297,
	left: 20, right: 20, top: 26, bottom: 23, firstTop: 31,

	author:  lettering{sansBold, 10, 13, deep},
	number:  lettering{sans, 8.2, 11, grey},
	mark:    lettering{sansBold, 9.2, 12, seal},
	running: lettering{sans, 8.2, 11, grey},
	foot:    lettering{sans, 7.8, 11, grey},

	title:    lettering{serifBold, 22, 30, deep},
	subtitle: lettering{slanted, 12, 17, grey},
	section:  lettering{sansBold, 13, 18, deep},
	heading:  lettering{sansBold, 10.8, 16, teal},
	caption:  lettering{sansBold, 9.2, 14, black},

	body:      lettering{serif, 10.8, 17.6, black},
	latinBody: lettering{serif, 10.8, 15.6, black},
	list:      lettering{serif, 10.8, 16.6, black},

	label: lettering{sans, 9.2, 14.2, grey},
	value: lettering{sans, 9.6, 14.2, black},
	note:  lettering{sans, 7.8, 14.2, grey},

	head: lettering{sansBold, 9, 13, white},
	cell: lettering{sans, 9, 13, black},

	tileNumber: lettering{sansBold, 21, 26, deep},
	tileLabel:  lettering{sansBold, 9, 13, black},
	tileNote:   lettering{sans, 7.8, 11, grey},

	remark:      lettering{kai, 10.8, 17, black},
	remarkLabel: lettering{sansBold, 10.2, 17, teal},

	name:    lettering{sansBold, 11.4, 16, deep},
	reading: lettering{slanted, 10, 16, grey},
	post:    lettering{sans, 9.2, 13.6, black},
	detail:  lettering{sans, 8.4, 12.6, grey},

	when:  lettering{sansBold, 9.4, 15.6, teal},
	event: lettering{serif, 10.4, 15.6, black},
	chart: lettering{sans, 8.2, 11.4, black},

	deep: deep, accent: teal, seal: seal, ochre: ochre, muted: grey, paper: white,
	hairline: light, zebra: Colour{0xF4, 0xF7, 0xF7}, tint: Colour{0xEF, 0xF4, 0xF4},
	gapFill: Colour{0xFD, 0xF8, 0xEC}, tintWarn: Colour{0xFB, 0xF5, 0xE8}, tintAlert: Colour{0xFB, 0xEF, 0xED},
	bars: []Colour{deep, bright, sand, teal, seal, light},

	gapTitle: 5, gapSection: 8, gapHeading: 4.4, gapUnder: 1,
	gapBlock: 3.2, gapParagraph: 1.4, gapItem: 0.7, gapSpread: 4,
	columnGap: 7,
}

// inks returns t in the inks its tones have beside a lettering.
func (st *style) inks(t document.Text, l lettering) []piece {
	pieces := make([]piece, 0, len(t))
	for _, span := range t {
		if span.Text != "" {
			pieces = append(pieces, piece{text: span.Text, ink: st.ink(l, span.Tone)})
		}
	}
	return pieces
}

// ink returns the look of a tone beside a lettering. What alarms is bold too,
// so that it stands out where the printer knows black only.
func (st *style) ink(l lettering, tone document.Tone) ink {
	k := ink{role: l.role, size: l.size, colour: l.colour}
	switch tone {
	case document.Strong:
		k.role = l.role.strong()
	case document.Muted:
		k.colour = st.muted
	case document.Warn:
		k.colour = st.ochre
	case document.Alert:
		k.role, k.colour = l.role.strong(), st.seal
	case document.Gap:
		k.colour, k.boxed = st.ochre, true
	}
	return k
}

// strong returns the role that stands out beside r.
func (r role) strong() role {
	switch r {
	case serif, slanted:
		return serifBold
	case sans, kai:
		return sansBold
	}
	return r
}
