package pdf_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"os"
	"sync"
	"testing"
	"time"

	"visitdesk/app/document"
	"visitdesk/app/font"
	"visitdesk/app/typeset"
)

const fonts = "../../assets/fonts/"

// faces are opened once for all tests, as a running program has them.
var faces = sync.OnceValues(func() (map[string]*font.Face, error) {
	opened := map[string]*font.Face{}
	for name, file := range map[string]string{
		"song":  "NotoSerifSC-Regular.tgh.ttf",
		"bold":  "NotoSerifSC-Bold.tgh.ttf",
		"wide":  "NotoSansSC-Regular.gb18030.ttf",
		"latin": "LiberationSerif-Regular.ttf",
	} {
		source, err := os.Open(fonts + file)
		if err != nil {
			return nil, err
		}
		if opened[name], err = font.Parse(name, source, 0); err != nil {
			return nil, err
		}
	}
	return opened, nil
})

func face(t testing.TB, name string) *font.Face {
	t.Helper()
	all, err := faces()
	if err != nil {
		t.Fatal(err)
	}
	return all[name]
}

// line sets a text on one line, in runs of the face named or of another that
// has the character.
func line(t testing.TB, name, text string, x, y, size float64) []typeset.Mark {
	t.Helper()
	var marks []typeset.Mark
	var run typeset.Glyphs
	for _, r := range text {
		f := face(t, name)
		if wide := face(t, "wide"); f.Glyph(r) == 0 && wide.Glyph(r) != 0 {
			f = wide
		}
		if f != run.Face {
			if run.Face != nil {
				marks = append(marks, run)
			}
			run = typeset.Glyphs{X: x, Y: y, Face: f, Size: size, Follows: len(marks) > 0}
		}
		run.Runes = append(run.Runes, r)
		x += f.Advance(f.Glyph(r)) * size * 25.4 / 72
	}
	return append(marks, run)
}

var paragraphs = []string{
	"为深入开展访企拓岗促就业专项行动，校长带队走访沈阳市的电子信息企业，与总经理一行座谈。",
	"双方围绕二〇二三届毕业生供需对接、二〇二四届学生实习、深化校企合作、建立定期交流机制展开讨论。",
	"学校已与二百一十九家用人单位洽谈，坚持“走出去”与“请进来”结合，实地走访与线上交流并举。",
	"用人单位的评价和毕业生的意见，及时反馈到人才培养方案修订与课堂教学改革之中（待补）。",
	"赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章。",
	"云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常。",
	"Graduates of 2023: 24 hired, 6 interns; contact 024-8888 6666, last met 8 March 2023.",
	"承诺事项：企业提供岗位三十个；学校于五月底前推荐软件工程、机械设计、会计学专业学生名单。",
}

// briefing is four pages with about as much on them as a real one.
func briefing(t testing.TB) typeset.Layout {
	t.Helper()
	l := typeset.Layout{Document: document.Document{
		Language: "zh", Title: "访企拓岗走访手册：陈𬭎", Author: "招生就业处", Subject: "走访", Keywords: "简报 L1",
		Written: time.Date(2026, 11, 20, 9, 30, 0, 0, time.FixedZone("", 8*3600)),
	}}
	for n := range 4 {
		page := typeset.Page{Width: 210, Height: 297}
		page.Marks = append(page.Marks, typeset.Box{X: 20, Y: 18, W: 170, H: 9, Fill: typeset.Colour{R: 31, G: 78, B: 121}, Filled: true})
		page.Marks = append(page.Marks, line(t, "bold", "一、用人单位概况与需求", 20, 25, 14)...)
		for i := range 34 {
			name := "song"
			if i%9 == 0 {
				name = "bold"
			}
			marks := line(t, name, paragraphs[(i+n)%len(paragraphs)], 20, 34+float64(i)*7, 10.5)
			for j, mark := range marks {
				run := mark.(typeset.Glyphs)
				run.Spacing = float64(i%5) * 0.04
				marks[j] = run
			}
			page.Marks = append(page.Marks, marks...)
			page.Marks = append(page.Marks, typeset.Line{X1: 20, Y1: 36 + float64(i)*7, X2: 190, Y2: 36 + float64(i)*7, Width: 0.1})
		}
		l.Pages = append(l.Pages, page)
		l.Bookmarks = append(l.Bookmarks, typeset.Bookmark{Title: "第" + string("一二三四"[3*n:3*n+3]) + "部分", Page: n, Y: 18})
	}
	return l
}

// one is a layout of one page.
func one(marks ...typeset.Mark) typeset.Layout {
	return typeset.Layout{
		Document: document.Document{Language: "zh", Title: "一页"},
		Pages:    []typeset.Page{{Width: 210, Height: 297, Marks: marks}},
	}
}

// photo is a JPEG of one colour.
func photo(t testing.TB, width, height int, c color.Color) []byte {
	t.Helper()
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.Set(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
