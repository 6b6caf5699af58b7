package match

import "strings"

// The legal forms at the end of an employer's name, the longest first.
var legalForms = []string{"有限责任公司", "股份有限公司", "集团有限公司", "有限公司", "股份公司", "公司"}

// Normal returns the name of an employer as duplicates are looked for: folded,
// without brackets, spaces, punctuation and legal form. Two names that are
// Normal alike are probably one employer; 东软集团（大连）有限公司 and
// 东软集团(大连)有限责任公司 are, a branch (分公司) and its parent are not.
func Normal(name string) string {
	var b strings.Builder
	for _, r := range Fold(name) {
		if spoken(r) {
			b.WriteRune(r)
		}
	}
	bare := b.String()
	if head, branch, ok := cutBranch(bare); ok {
		return withoutForm(head) + branch
	}
	return withoutForm(bare)
}

// cutBranch parts a branch from the company it belongs to:
// 甲股份有限公司 + 沈阳分公司.
func cutBranch(name string) (company, branch string, ok bool) {
	for _, kind := range []string{"分公司", "子公司", "分行", "支行"} {
		if !strings.HasSuffix(name, kind) {
			continue
		}
		if i := strings.LastIndex(strings.TrimSuffix(name, kind), "公司"); i > 0 {
			return name[:i+len("公司")], name[i+len("公司"):], true
		}
		return "", name, true
	}
	return "", "", false
}

// withoutForm takes the legal form from the end of a name, unless nothing else
// is left.
func withoutForm(name string) string {
	for _, form := range legalForms {
		if rest, ok := strings.CutSuffix(name, form); ok && rest != "" {
			if form == "集团有限公司" {
				rest += "集团"
			}
			return rest
		}
	}
	return name
}

// Core returns what distinguishes an employer's name when the place it begins
// with is left out: 新松机器人自动化股份有限公司 for 沈阳新松机器人自动化股份有限公司 in
// 辽宁省沈阳市. Empty if the name does not begin with its place.
func Core(name, place string) string {
	rest := strings.TrimSpace(name)
	for _, part := range strings.FieldsFunc(place, func(r rune) bool { return strings.ContainsRune("省市区县州盟", r) }) {
		if cut, ok := strings.CutPrefix(rest, part); ok && cut != "" {
			rest = strings.TrimLeft(cut, "省市区县州盟")
		}
	}
	if rest == name {
		return ""
	}
	return rest
}
