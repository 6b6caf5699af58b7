//go:build !race

package typeset_test

const slow = false
