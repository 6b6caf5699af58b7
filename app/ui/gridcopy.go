package ui

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
)

// copyRows puts the rows chosen into the clipboard as cells that a spreadsheet
// takes: the columns shown, with their heads where there are several rows.
func (l *Grid[T]) copyRows() {
	n := l.Picked()
	if n == 0 {
		return
	}
	columns, several := l.shown.visible(), l.picks.active()
	collect := l.collect()
	var text string
	l.desk.Progress(l.desk.T("list.copying"), func(ctx context.Context, told func(done, of int)) error {
		rows, err := collect(ctx, func(done int) { told(done, n) })
		if err != nil {
			return err
		}
		n = len(rows)
		var b strings.Builder
		if several {
			writeCells(&b, len(columns), func(i int) string { return l.desk.T(columns[i].title) })
		}
		for _, row := range rows {
			writeCells(&b, len(columns), func(i int) string { return l.columns[columns[i].number].Text(row) })
		}
		text = strings.TrimSuffix(b.String(), "\n")
		return nil
	}, func(err error) {
		if err != nil {
			l.desk.Fail(err)
			return
		}
		fyne.CurrentApp().Clipboard().SetContent(text)
		l.desk.Told(l.desk.Text.Count("told.copied_rows", n))
	})
}

// writeCells writes one line of cells with tabs between them. A cell with a tab,
// a line end or a quote in it is quoted, as spreadsheets do.
func writeCells(b *strings.Builder, n int, cell func(int) string) {
	for i := range n {
		if i > 0 {
			b.WriteByte('\t')
		}
		words := cell(i)
		if strings.ContainsAny(words, "\t\r\n\"") {
			words = `"` + strings.ReplaceAll(words, `"`, `""`) + `"`
		}
		b.WriteString(words)
	}
	b.WriteByte('\n')
}

// readCells takes cells apart that a spreadsheet has put into the clipboard.
func readCells(text string) [][]string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	var rows [][]string
	var row []string
	for text != "" {
		cell, rest := readCell(text)
		row, text = append(row, cell), rest[min(1, len(rest)):]
		if rest == "\t" { // and nothing after it
			row, rest = append(row, ""), ""
		}
		if rest == "" || rest[0] == '\n' {
			rows, row = append(rows, row), nil
		}
	}
	return rows
}

// readCell returns the first cell of a text and what follows it, beginning with
// the tab or the line end.
func readCell(text string) (cell, rest string) {
	if !strings.HasPrefix(text, `"`) {
		i := strings.IndexAny(text, "\t\n")
		if i < 0 {
			return text, ""
		}
		return text[:i], text[i:]
	}
	var b strings.Builder
	for i := 1; i < len(text); i++ {
		switch {
		case text[i] != '"':
			b.WriteByte(text[i])
		case strings.HasPrefix(text[i+1:], `"`):
			b.WriteByte('"')
			i++
		default:
			end := strings.IndexAny(text[i+1:], "\t\n")
			if end < 0 {
				return b.String() + text[i+1:], ""
			}
			return b.String() + text[i+1:i+1+end], text[i+1+end:]
		}
	}
	return text, "" // never closed: no quoting at all
}

// pasteCells gives the screen the cells that were pasted.
func (l *Grid[T]) pasteCells(text string) {
	cells := readCells(text)
	switch {
	case len(cells) == 0:
	case l.OnPaste == nil:
		l.desk.Told(l.desk.T("list.no_paste"))
	default:
		l.OnPaste(cells)
	}
}
