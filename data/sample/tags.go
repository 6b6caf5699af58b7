package sample

import (
	"slices"
	"strings"
)

// mark is a word that, in a purpose or a title, makes for a tag.
type mark struct{ word, tag string }

var (
	visitMarks   = []mark{{"回访", "回访"}, {"签", "签约"}, {"拓", "新拓展"}, {"实习", "实习"}, {"课程", "产教融合"}, {"毕业设计", "产教融合"}}
	contactMarks = []mark{{"招聘", "招聘负责人"}, {"校招", "招聘负责人"}, {"总经理", "决策人"}, {"总裁", "决策人"}}
)

// tagged returns the tags of the words that a text holds, each once.
func tagged(text string, marks []mark) []string {
	var tags []string
	for _, m := range marks {
		if strings.Contains(text, m.word) && !slices.Contains(tags, m.tag) {
			tags = append(tags, m.tag)
		}
	}
	return tags
}
