package career

// Codes are kept as the ministry writes them and shown by the phrase of their
// Key. A code that a list does not know is kept as it is: files of others hold
// such, and losing them would be worse.

type (
	// Nature is the kind of organisation an employer is (单位性质), "31".
	Nature string

	// Industry is a section of GB/T 4754, "A" to "T".
	Industry string

	// Size is how large an employer is, as the statistics bureau classes it.
	Size string

	// Degree is a level of study (学历层次), "31" for undergraduates.
	Degree string

	// Direction says who goes to whom.
	Direction string

	// Mode says whether people meet in a room or on a screen.
	Mode string

	// Side says whose person or promise it is.
	Side string
)

// The codes a user may choose from, in the order of the official lists.
var (
	Natures    = []Nature{"10", "20", "21", "22", "23", "25", "29", "31", "32", "35", "39", "40", "55", "56"}
	Industries = []Industry{"A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L", "M", "N", "O", "P", "Q", "R", "S", "T"}
	Sizes      = []Size{"large", "medium", "small", "micro"}
	Degrees    = []Degree{"01", "11", "31", "41"}
	Directions = []Direction{Out, In}
	Modes      = []Mode{OnSite, Online}
	Sides      = []Side{Ours, Theirs}
)

// Going out to an employer, or inviting it in.
const (
	Out Direction = "out"
	In  Direction = "in"
)

// In a room, or on a screen.
const (
	OnSite Mode = "onsite"
	Online Mode = "online"
)

// The university's side, and the employer's.
const (
	Ours   Side = "ours"
	Theirs Side = "theirs"
)

// Code is a value of a closed list, shown by the phrase of its Key.
type Code interface{ Key() string }

// Key returns the phrase key of n: "nature.31".
func (n Nature) Key() string { return key("nature", string(n)) }

// Key returns the phrase key of i: "industry.c".
func (i Industry) Key() string { return key("industry", string(i)) }

// Key returns the phrase key of s: "size.large".
func (s Size) Key() string { return key("size", string(s)) }

// Key returns the phrase key of d: "degree.31".
func (d Degree) Key() string { return key("degree", string(d)) }

// Key returns the phrase key of d: "direction.out".
func (d Direction) Key() string { return key("direction", string(d)) }

// Key returns the phrase key of m: "mode.onsite".
func (m Mode) Key() string { return key("mode", string(m)) }

// Key returns the phrase key of s: "side.ours".
func (s Side) Key() string { return key("side", string(s)) }

// key joins the name of a list and a code; nothing stands for no code.
func key(list, code string) string {
	if code == "" {
		return ""
	}
	lower := []byte(code)
	for i, c := range lower {
		if 'A' <= c && c <= 'Z' {
			lower[i] = c + 'a' - 'A'
		}
	}
	return list + "." + string(lower)
}
