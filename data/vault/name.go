package vault

import (
	"bytes"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// longest is how many bytes a name may have: file systems take 255, less what
// is put behind it when the name is taken.
const longest = 200

// SafeName returns a name that every system takes for a file in a folder: no
// separators, nothing that hides or turns letters round, no device of Windows.
// The ending stays as it shows.
func SafeName(name string) string {
	name = strings.ToValidUTF8(name, "_")
	name = strings.Map(func(r rune) rune {
		switch {
		case strings.ContainsRune(`<>:"/\|?*`, r):
			return '_'
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), unicode.Is(unicode.Co, r):
			return -1 // bidi marks among them
		case unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.TrimLeft(strings.TrimRight(name, ". "), ". ")
	end := filepath.Ext(name)
	stem := strings.TrimSuffix(name, end)
	if len(end) > longest/2 { // no ending, but a dot in a text
		stem, end = name, ""
	}
	stem = strings.TrimRight(cut(stem, longest-len(end)), ". ")
	before, _, _ := strings.Cut(stem, ".") // "con.tar" is a device too
	if stem == "" || device(before) {
		stem = "_" + stem
	}
	return stem + end
}

// cut shortens s to at most n bytes, between characters.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// device reports whether Windows takes the name for a device.
func device(stem string) bool {
	stem = strings.ToUpper(strings.TrimSpace(stem))
	if slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, stem) {
		return true
	}
	port, isPort := strings.CutPrefix(stem, "COM")
	if !isPort {
		port, isPort = strings.CutPrefix(stem, "LPT")
	}
	return isPort && utf8.RuneCountInString(port) == 1 && strings.Contains("0123456789¹²³", port)
}

// programs are the endings of files that run, install or mount something, or
// lead to what does, when they are opened.
var programs = strings.Fields(`
	exe com bat cmd scr pif cpl msi msp mst msix msixbundle msu appx appxbundle appinstaller msc hta jar js jse mjs vb vbs vbe wsf wsh wsc ws sct
	ps1 ps1xml ps2 ps2xml psc1 psc2 psm1 psd1 pssc cdxml reg inf ins isp lnk url website scf application appref-ms gadget chm hlp dll sys drv ocx
	jnlp jnl settingcontent-ms library-ms searchconnector-ms search-ms theme themepack deskthemepack diagcab diagcfg diagpkg rdp vhd vhdx iso img
	udl mcf mde ade xll wll cab shb shs gms printerexport xbap
	sh bash zsh csh ksh fish run bin out elf so desktop appimage deb rpm flatpakref flatpakrepo flatpak snap py pyc pyo pyw pyz pyzw pl rb php lua tcl
	app command tool workflow action pkg mpkg dmg scpt scptd applescript terminal webloc inetloc fileloc mobileconfig osx kext apk`)

// beginnings are how programs begin whose names do not say so: a system that
// finds no ending goes by the content.
var beginnings = []string{"MZ", "\x7fELF", "#!", "[Desktop Entry]", "\xfe\xed\xfa", "\xce\xfa\xed\xfe", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe"}

// Program reports whether a file of this name, whose content begins with head,
// would run something when it is opened. It goes by the name as a system would
// read it, not as it shows.
func Program(name string, head []byte) bool {
	clean := strings.ToLower(SafeName(name))
	end := strings.TrimSpace(strings.TrimPrefix(filepath.Ext(clean), "."))
	if end != "" {
		return slices.Contains(programs, end)
	}
	head = bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\ufeff")), " \t\r\n")
	return slices.ContainsFunc(beginnings, func(b string) bool { return bytes.HasPrefix(head, []byte(b)) })
}
