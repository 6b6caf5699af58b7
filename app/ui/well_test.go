package ui_test

import (
	"bytes"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"

	"visitdesk/app/ui"
	"visitdesk/app/ui/story"
	"visitdesk/data/career"
)

// album is a form of a person's photo and of a logo.
type album struct {
	*story.Story
	person career.Contact
	logo   []byte
	folder string
}

func newAlbum(t *testing.T) *album {
	t.Helper()
	a := &album{Story: office(t), person: career.Contact{Name: "李强"}, folder: t.TempDir()}
	a.Desk.Push(a.Desk.Form("A form", ui.Save{Noun: &a.person},
		ui.Photo("contact.photo", &a.person.Photo),
		ui.Logo("university.logo", &a.logo)))
	a.Settle()
	return a
}

// file writes a picture of that size, its left half red, into a file.
func (a *album) file(name string, w, h int) string {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for y := range h {
		for x := range w / 2 {
			img.Set(x, y, color.RGBA{R: 200, A: 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		a.Fatal(err)
	}
	return a.write(name, b.Bytes())
}

func (a *album) write(name string, data []byte) string {
	path := filepath.Join(a.folder, name)
	if err := os.WriteFile(path, data, 0o600); err != nil {
		a.Fatal(err)
	}
	return path
}

// drop drops files beside the button that chooses the photo, or the logo for 1,
// where its face is.
func (a *album) drop(n int, paths ...string) {
	a.Helper()
	at := a.Place([]string{"Choose a photo…", "Choose a picture…"}[n], 0).AddXY(-40, 40)
	var files []fyne.URI
	for _, path := range paths {
		files = append(files, storage.NewFileURI(path))
	}
	a.Desk.Dropped(at, files)
	a.Settle()
}

// size saves the form and returns the size of the photo; zero for none.
func (a *album) size() image.Point {
	a.Helper()
	a.Command("Save")
	return a.sizeOf(a.person.Photo)
}

func (a *album) sizeOf(data []byte) image.Point {
	a.Helper()
	if len(data) == 0 {
		return image.Point{}
	}
	img, err := jpeg.Decode(bytes.NewReader(data))
	if err != nil {
		a.Fatal(err)
	}
	return img.Bounds().Size()
}

// A file that is dropped onto a face becomes that picture, and no other.
func TestDropAPhoto(t *testing.T) {
	a := newAlbum(t)
	a.drop(1, a.file("logo.png", 200, 50))
	a.drop(0, a.file("face.png", 90, 120))
	if got := a.size(); got != image.Pt(90, 120) {
		t.Errorf("the photo is %v", got)
	}
	if got := a.sizeOf(a.logo); got != image.Pt(200, 50) {
		t.Errorf("the logo is %v", got)
	}
}

// A logo is no person's photo: it is called a picture, and its place is wider.
func TestALogoIsAPicture(t *testing.T) {
	a := newAlbum(t)
	if photo, logo := a.Place("Choose a photo…", 0), a.Place("Choose a picture…", 0); logo.X <= photo.X {
		t.Errorf("the places end at %v and %v", photo.X, logo.X)
	}
	a.drop(1, a.file("logo.png", 200, 50))
	a.TapAfter("Choose a picture…", "Crop")
	a.See("Crop the picture")
}

// A photo that comes when its form was left makes no draft of that form.
func TestAPhotoThatComesTooLate(t *testing.T) {
	a := newAlbum(t)
	a.Meanwhile(func() {
		a.drop(0, a.file("face.png", 90, 120))
		a.Desk.Back()
	})
	a.Miss("A form")
	a.Wait()
	if list := drafts(a.Story); len(list) != 0 {
		t.Errorf("the drafts are %+v", list)
	}
}

// What was asked of a photo comes to nothing when the form is left.
func TestCroppingIsForgotten(t *testing.T) {
	a := newAlbum(t)
	a.drop(0, a.file("face.png", 400, 300))
	a.Command("Save")
	a.Desk.Push(a.Desk.Form("Again", ui.Save{Noun: &a.person}, ui.Photo("contact.photo", &a.person.Photo)))
	a.Settle()
	a.Meanwhile(func() {
		a.Tap("Crop")
		a.Desk.Back()
	})
	a.Miss("Again")
	a.Miss("Crop the photo")
}

// A photo is turned, cut to the shape that papers place, removed; each is taken
// back, and the keyboard is never lost.
func TestTurnCutAndRemoveAPhoto(t *testing.T) {
	a := newAlbum(t)
	a.drop(0, a.file("face.png", 400, 300))
	a.Tap("Turn right")
	a.Tap("Crop")
	a.See("Crop the photo")
	a.Press(fyne.KeyPageDown, fyne.KeyLeft, fyne.KeyDown, fyne.KeyReturn)
	a.Miss("Crop the photo")
	a.Tap("Remove")
	a.Miss("Turn right")
	a.Tap("Undo the change")
	if a.Window.Canvas().Focused() == nil {
		t.Error("the keyboard is nowhere")
	}
	got := a.size()
	if got.X >= 300 || got.X < 250 || got.X*4-got.Y*3 > 4 || got.Y*3-got.X*4 > 4 {
		t.Errorf("the photo is %v", got)
	}
}

// Back to the beginning: every change of a photo can be taken back.
func TestTakeBackAllOfAPhoto(t *testing.T) {
	a := newAlbum(t)
	a.drop(0, a.file("face.png", 40, 30))
	a.Tap("Turn right")
	a.Tap("Undo the change")
	a.Tap("Undo the change")
	a.Miss("Undo the change")
	if got := a.size(); got != (image.Point{}) {
		t.Errorf("the photo is %v", got)
	}
}

// What is no picture is told, and the line stays as it was.
func TestNoPicture(t *testing.T) {
	a := newAlbum(t)
	a.drop(0, a.file("face.png", 90, 120))
	for name, data := range map[string][]byte{"letter.docx": []byte("PK\x03\x04"), "cut.jpg": {0xFF, 0xD8, 0xFF, 0xE0}, "empty.png": nil} {
		a.drop(0, a.write(name, data))
		a.See("E-PH-301")
		a.Tap("Dismiss")
	}
	a.drop(0, filepath.Join(a.folder, "gone.png"))
	a.See("E-FS-203")
	a.Desk.Dropped(fyne.NewPos(5, 5), []fyne.URI{storage.NewFileURI(a.folder)})
	a.See("Drop files onto a photo or a list of attachments.")
	if got := a.size(); got != image.Pt(90, 120) {
		t.Errorf("the photo is %v", got)
	}
}

// An empty place shows what stands for the person's face.
func TestInitials(t *testing.T) {
	a := newAlbum(t)
	a.SeeDrawn("李")
	for name, want := range map[string]string{"Maria Anna Schmidt": "MS", "阿卜杜拉·买买提": "阿", "x": "X", " ": "", "": "", "Ödön": "Ö"} {
		a.Window.SetContent(a.Desk.PersonLine(name, "", "", nil))
		if want != "" {
			a.SeeDrawn(want)
		}
	}
}

// A person's line says name, reading and title.
func TestPersonLine(t *testing.T) {
	a := newAlbum(t)
	a.Window.SetContent(a.Desk.PersonLine("李强", "Lǐ Qiáng", "人力资源总监", nil))
	a.See("李强", "Lǐ Qiáng", "人力资源总监")
	a.Window.SetContent(a.Desk.PersonLine("Max Li", "", "", jpegOf(t)))
	a.See("Max Li")
}

func jpegOf(t *testing.T) []byte {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewRGBA(image.Rect(0, 0, 30, 40)), nil); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
