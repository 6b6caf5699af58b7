package match

// Character is how one hanzi is read.
var Character = character
