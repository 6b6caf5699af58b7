package ui

// ChooseFolder asks for a folder of the computer, beginning with the one used
// last, and calls choose with its path; act is the phrase of the button.
func (d *Desk) ChooseFolder(title, act string, choose func(path string)) {
	b := newBrowser(d, nil)
	d.Ask(Question{Title: title, Wide: true, Body: b.content, Answers: []Answer{{Phrase: act, Do: func() {
		b.remember()
		choose(b.folder)
	}}}})
	b.list.Focus()
}
