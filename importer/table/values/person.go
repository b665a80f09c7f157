package values

import (
	"strings"
	"unicode/utf8"
)

// surnames are the family names that nine in ten people have.
const surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏傅方邹熊白孟秦邱侯江尹薛阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿关兰焦俞左柳甘祝包宁符阮滕闫"

// IsPerson reports whether a text is made like a person's name: 刘建业, 何某, 张副局长.
func IsPerson(text string) bool {
	if !personLike.MatchString(text) {
		return false
	}
	first, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune(surnames, first) || strings.HasSuffix(text, "某") || strings.HasSuffix(text, "某某")
}
