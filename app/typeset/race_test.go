//go:build race

package typeset_test

// slow is set where the race detector makes everything ten times slower: the
// random tests then try fewer documents.
const slow = true
