package vault

// UNC reports whether a path of Windows leads to another computer.
func UNC(path string) bool { return unc(path) }
