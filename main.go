// Visit Desk keeps a university employment office's employers, visits and
// graduates, and prints the briefings for the visits.
package main

func main() {}
