package vault

import "strings"

// unc reports whether a path of Windows begins with the name of a computer.
// \\?\ and \\.\ lead to this one, unless UNC follows; \\wsl$ is this one too,
// but speaks as another would.
func unc(path string) bool {
	path = strings.ReplaceAll(path, "/", `\`)
	rest, ok := strings.CutPrefix(path, `\\`)
	if !ok {
		return false
	}
	for _, own := range []string{`?\`, `.\`} {
		if device, ok := strings.CutPrefix(rest, own); ok {
			return len(device) >= 4 && strings.EqualFold(device[:4], `UNC\`)
		}
	}
	return true
}
