// Package assets holds the files built into the program: its phrases and its
// help by language, the fonts it shows and prints with, its icons, and the rules
// of the outcome rates.
package assets

import "embed"

// Files holds lang/, help/, fonts/, icons/ and schemes/.
//
//go:embed lang help fonts icons schemes
var Files embed.FS
