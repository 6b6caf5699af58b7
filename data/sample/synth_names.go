package sample

import (
	"math/rand/v2"
	"strings"
)

// commonSurnames are 110 surnames with about how many in 1,000 people have them;
// among them those of two readings (单, 解, 仇, 查, 区, 曾, 任, 覃, 盖, 朴, 翟, 纪)
// and compound ones.
const commonSurnames = `王72 李71 张68 刘54 陈45 杨31 黄22 赵21 吴20 周19 徐15 孙15 马13 朱13 胡12 郭12 何11 林11 高10 罗10
郑9 梁9 谢8 宋8 唐7 许7 韩7 邓6 冯6 曹6 彭6 曾6 肖6 田5 董5 潘5 袁5 蔡5 蒋5 余5 于4 杜4 叶4 程4 魏4 苏4 吕4 丁4 任4 卢3
姚3 沈3 钟3 姜3 崔3 谭3 陆3 范3 汪3 廖3 石3 金3 韦3 贾3 夏3 付3 方2 邹2 熊2 白2 孟2 秦2 邱2 侯2 江2 尹2 薛2 闫2 段2 雷2
龙2 黎2 史2 陶2 贺2 毛2 郝2 顾2 龚2 邵2 万2 覃2 武2 钱2 戴2 纪1 翟1 盖1 朴1 单1 解1 仇1 查1 区1 欧阳1 上官1 司马1 诸葛1 尉迟1 长孙1`

// givenNames are characters of given names beyond given1 and given2; some of
// them have two readings.
const givenNames = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂文辉建国华红玉志海燕云峰林波斌鑫宇浩凯英慧巧美雪莹琳佳欣怡梓涵轩泽远晨曦诺俊皓航博昊梦瑶若兰诗萱馨语嫣晓东冬梅春秋振宏继光永康青新立卫正义豪少锦程景行清和承怀瑾瑜书知乐重朝传"

// Names of 0.25 % of all people are of several words, and those of 0.1 % hold a
// character that GBK does not know.
var (
	longFirst = strings.Fields("阿卜杜拉 古丽米热 艾力江 迪丽努尔 买买提江 热依拉 吐尔逊 阿依古丽 努尔兰 叶尔克江 伊力哈木 麦合木提")
	longLast  = strings.Fields("买买提 阿布都热西提 艾合买提 吐尔逊江 热合曼 依明 阿不力孜 沙吾提 库尔班 哈力克 赛买提 托合提")
	scarce    = strings.Fields("㛃 䶮 𬭎 𠮷 𬀩 𬍛 𫖮 𬱖 㭎 䴖")
)

// names draws the names of people.
type names struct {
	dice     *rand.Rand
	surnames weighted[string]
	given    []string
}

func newNames(dice *rand.Rand) *names {
	n := &names{dice: dice, given: strings.Split(givenNames+given1+given2, "")}
	for _, entry := range strings.Fields(commonSurnames) {
		name := strings.TrimRight(entry, "0123456789")
		weight := 0
		for _, digit := range entry[len(name):] {
			weight = 10*weight + int(digit-'0')
		}
		n.surnames.add(name, weight)
	}
	return n
}

// draw returns the name of a person.
func (n *names) draw() string {
	switch roll := n.dice.IntN(4000); {
	case roll < 10:
		return pick(n.dice, longFirst) + "·" + pick(n.dice, longLast)
	case roll < 14:
		return n.surnames.draw(n.dice) + pick(n.dice, scarce)
	case roll < 720:
		return n.surnames.draw(n.dice) + pick(n.dice, n.given)
	}
	return n.surnames.draw(n.dice) + pick(n.dice, n.given) + pick(n.dice, n.given)
}
