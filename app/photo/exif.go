package photo

import (
	"bytes"
	"encoding/binary"
)

// Marks in a JPEG and tags in its EXIF data.
const (
	markStart       = 0xD8
	markScan        = 0xDA // the pixels begin; no metadata follows
	markApp1        = 0xE1
	tagOrientation  = 0x0112
	typeShort       = 3
	exifEntry       = 12 // bytes
	orientationSane = 8
)

// orientation returns how the camera was held when it took a JPEG, 1 to 8; 1,
// which is upright, if the file does not say or is of another kind.
func orientation(data []byte) int {
	exif := exifOf(data)
	if len(exif) < 8 {
		return 1
	}
	var order binary.ByteOrder
	switch string(exif[:4]) {
	case "II*\x00":
		order = binary.LittleEndian
	case "MM\x00*":
		order = binary.BigEndian
	default:
		return 1
	}
	start := uint64(order.Uint32(exif[4:]))
	if start+2 > uint64(len(exif)) {
		return 1
	}
	entries := exif[start+2:]
	for range order.Uint16(exif[start:]) {
		if len(entries) < exifEntry {
			return 1
		}
		if order.Uint16(entries) == tagOrientation && order.Uint16(entries[2:]) == typeShort {
			if value := int(order.Uint16(entries[8:])); value >= 1 && value <= orientationSane {
				return value
			}
			return 1
		}
		entries = entries[exifEntry:]
	}
	return 1
}

// exifOf returns the EXIF data of a JPEG, from the byte order on; nil if there
// is none.
func exifOf(data []byte) []byte {
	if len(data) < 2 || data[0] != 0xFF || data[1] != markStart {
		return nil
	}
	for data = data[2:]; len(data) >= 4 && data[0] == 0xFF; {
		if data[1] == 0xFF { // marks may be preceded by any number of these
			data = data[1:]
			continue
		}
		length := int(binary.BigEndian.Uint16(data[2:])) // with these two bytes, without the mark
		if data[1] == markScan || length < 2 || 2+length > len(data) {
			return nil
		}
		if exif, found := bytes.CutPrefix(data[4:2+length], []byte("Exif\x00\x00")); found && data[1] == markApp1 {
			return exif
		}
		data = data[2+length:]
	}
	return nil
}
