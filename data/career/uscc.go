package career

import "strings"

// USCC is a unified social credit code (统一社会信用代码), 18 characters. Real
// lists hold wrong ones and old 15-digit registration numbers, so any text is
// kept; Doubt says what is odd about it.
type USCC string

const usccDigits = "0123456789ABCDEFGHJKLMNPQRTUWXY"

var usccWeights = [17]int{1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28}

// Valid reports whether u has the length, the alphabet and the check digit of
// GB 32100-2015.
func (u USCC) Valid() bool {
	if len(u) != 18 {
		return false
	}
	check := u.check()
	return check != 0 && u[17] == check
}

// Doubt returns the phrase key of what is odd about u, or nothing.
func (u USCC) Doubt() string {
	switch {
	case u == "" || u.Valid() || u.registration():
		return ""
	case len(u) != 18:
		return "doubt.uscc_length"
	case u.Repaired() != u:
		return "doubt.uscc_letter"
	case u.check() == 0:
		return "doubt.uscc_alphabet"
	}
	return "doubt.uscc_check"
}

// Repaired returns u with the letters O and I, which the standard leaves out,
// read as the digits 0 and 1, if that makes it valid; otherwise u itself.
func (u USCC) Repaired() USCC {
	fixed := USCC(strings.NewReplacer("O", "0", "I", "1").Replace(strings.ToUpper(string(u))))
	if fixed.Valid() {
		return fixed
	}
	return u
}

// registration reports whether u is an old registration number of 15 digits.
func (u USCC) registration() bool {
	return len(u) == 15 && strings.Trim(string(u), "0123456789") == ""
}

// check returns the check digit that the first 17 characters ask for, or 0 if
// one of them is not of the standard's alphabet.
func (u USCC) check() byte {
	sum := 0
	for i, weight := range usccWeights {
		value := strings.IndexByte(usccDigits, u[i])
		if value < 0 {
			return 0
		}
		sum += value * weight
	}
	return usccDigits[(31-sum%31)%31]
}
