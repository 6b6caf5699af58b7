package ui

import (
	"context"
	"io"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// Photo edits a picture. clean makes a chosen file fit to be kept; a file that
// it refuses leaves the line as it was.
func Photo(key string, value *[]byte, clean func(io.Reader) ([]byte, error)) Line {
	return Line{key: key, make: func(f *Form, e *editor) {
		d := f.desk
		frame := container.NewStack()
		photo := *value
		var show func()
		remove := d.Button("act.remove", func() {
			photo = nil
			f.touched()
			show()
		})
		show = func() {
			frame.Objects = nil
			remove.Hide()
			if len(photo) > 0 {
				picture := canvas.NewImageFromResource(fyne.NewStaticResource(f.title+".jpg", photo))
				picture.FillMode = canvas.ImageFillContain
				picture.SetMinSize(fyne.NewSize(90, 120))
				frame.Objects = []fyne.CanvasObject{picture}
				remove.Show()
			}
			frame.Refresh()
			e.object.Refresh()
		}
		choose := d.Button("act.choose_photo", func() {
			d.OpenFile(d.T("act.choose_photo"), []string{".jpg", ".jpeg", ".png"}, func(path string) {
				d.attach(path, clean, func(chosen []byte) {
					photo = chosen
					f.touched()
					show()
				})
			})
		})
		e.object = container.NewHBox(frame, container.NewVBox(choose, remove))
		e.focus = choose
		e.take = func() string {
			*value = photo
			return ""
		}
		e.memory = remembered(func() []byte { return photo }, func(kept []byte) {
			photo = kept
			show()
		})
		show()
	}}
}

// attach reads a picture from a file and hands it on cleaned.
func (d *Desk) attach(path string, clean func(io.Reader) ([]byte, error), done func([]byte)) {
	var photo []byte
	d.Run(func(context.Context) error {
		file, err := os.Open(path)
		if err != nil {
			return err
		}
		defer file.Close()
		if photo, err = clean(file); err != nil {
			return errPhoto{err}
		}
		return nil
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		done(photo)
	})
}

// errPhoto is a picture that cannot be used.
type errPhoto struct{ error }

func (e errPhoto) Unwrap() error { return e.error }
