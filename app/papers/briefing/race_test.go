//go:build race

package briefing_test

// raced is set under the race detector, where fewer random dossiers are tried.
const raced = true
