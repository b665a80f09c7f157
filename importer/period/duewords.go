package period

import "regexp"

const (
	howOften = `(?:\d+|[一二两三四五六七八九十]+)(?:至\d+)?(?:次|场|期|篇|条|批|轮|份)`
	dueYear  = `(?:(?:` + fullYear + `|\d\d)年)`
	dueDay   = dueYear + `?` + aMonth + `月(?:` + aDay + `[日号]|底|末|上旬|中旬|下旬)` +
		`|(?:` + dueYear + `[度年]?|[今本当明次来]?年年?)[底末]` +
		`|` + dueYear + `?第?` + oneOf + `季度?末` +
		`|(?:19|20)\d\d[-./]\d{1,2}[-./]\d{1,2}`
)

var (
	// recurring is a phrase that comes round: with a count (每年至少听取1次), with a day
	// (每年1月31日前, 每季度末), or bare (每月).
	recurring = regexp.MustCompile(`每(?:个)?(?:半年|年|学年|学期|季度|季|半个?月|[两双]个?月|月|旬|周|星期|日|天)` +
		`(?:(?:[^,，。;；:：、\x00]{0,12}?` + howOften + `)(?:以上)?` +
		`|(?:\d{1,2}、)*` + num + `月(?:\d{1,2}日|底|末)?(?:[之以]?前)?` +
		`|第?` + oneOf + `季度[底末]?(?:[之以]?前)?` +
		`|(?:首月|末月|结束后)?[底末初]?(?:\d{1,2}[日号])?(?:[之以]?前)?)`)
	// rhythm is how often where a whole text says it without 每. 按年 is once, which within
	// one year's list is no rhythm.
	rhythm = regexp.MustCompile(`^(?:(?:各|按|逐|分)(?:学期|学年|季度?|月|周|旬)(?:度|底|末)?|季度?[底末]|(?:每|[一两1-6](?:个)?)?(?:半?年|学年|学期|季度|个?月|周)` + howOften + `)(?:[之以]?前)?` + dueVerb + `$`)
	// How often a recurring phrase comes round; 每年1、4、7、10月8日前 is more than once a year.
	halfYearly    = regexp.MustCompile(`半年|学期`) // a year has two terms, of spring and of autumn
	yearly        = regexp.MustCompile(`每(?:个)?学?年|^[一1]学?年`)
	severalMonths = regexp.MustCompile(`\d[、,]\d{1,2}(?:[、,]\d{1,2})*月`)
	// dueVerb is what is done by then.
	dueVerb = `(?:至少|及时)?(?:完成|公开|公布|更新|报送|上报|汇总|调度|通报|推进|开展|落实|办结|整改)?`

	dueWords     = regexp.MustCompile(`(今年|本年|当年|明年|次年|来年|下一年)?(?:度)?(` + dueDay + `)(?:\([^()\x00]{1,6}\))?(?:\d{1,2}[时点]|下班)?(?:[之以]?前|完成|办结)`)
	numericWords = regexp.MustCompile(`()(\d{1,2}[./]\d{1,2})(?:\([^()\x00]{1,6}\))?[之以]?前`)
	latestWords  = regexp.MustCompile(`(?:不迟于|不晚于|最迟于?|最晚于?)(今年|本年|当年|明年|次年|来年|下一年)?(?:度)?(` + dueDay + `)`)
	// withinWords are a stretch of the year by whose end something is done: 上半年完成, 年内办结.
	withinWords = regexp.MustCompile(`()(` + dueYear + `?(?:[上下]半年|第?` + oneOf + `季度)|(?:今|本|当)年|年内|` + dueYear + `)(?:内|底)?(?:全部|全面)?(?:完成|办结)`)
	later       = regexp.MustCompile(`下半年|[后二三四2-4]季度|年[底末内]|后续|逐步|全年`) // what goes on after a stretch
	untilYear   = regexp.MustCompile(`(?:^|[^截])(?:到|至)((?:` + fullYear + `)年)[底末,]`)
	alreadyDone = regexp.MustCompile(`已[于在经]?$|截[至止]到?$`)
	notBefore   = regexp.MustCompile(`^[后期提情率的]`) // 前后, 前期, 前提, 完成情况, 完成的

	relativeYear = regexp.MustCompile(`^(?:今年|本年|当年|明年|次年|来年|下一年)度?`)
	dueLeading   = regexp.MustCompile(`^(?:(?:完成|办结|整改)?时限:?|不迟于|不晚于|最迟|最晚|力争|争取|确保|务必|原则上|计划|拟|请|应|须|需|于|在|到|至)+`)
	wholeYears   = regexp.MustCompile(`^(?:(?:` + fullYear + `)年?[-至到])?(?:(` + fullYear + `)年度?|年|今年|本年|当年)内?$`)
	wholePeriod  = regexp.MustCompile(`月份?$|季度?$|[Qq]\d$|半年$|年$|^(?:19|20)\d\d[-./]?\d{1,2}$`) // its "before" may mean its beginning or its end
	bareMonth    = regexp.MustCompile(`^` + aMonth + `$`)
	nothing      = regexp.MustCompile(`^(?:无|-+|/)$`)
	open         = regexp.MustCompile(`^(?:(?:(?:` + fullYear + `)年度?|贯穿)?全年.*|长期.*|持续.*|常年.*|常态.*|日常.*|经常.*|不定期.*|全程.*|全过程.*|贯穿.*|及时.*|定期.*|适时.*|即时.*|实时.*|随时.*|立即.*|立[行整]立?改.*|即知即改.*|动态.*|按.*|待.*|根据.*|视.*|.*\d(?:天|个月)内|.*后\d+[日天]|.*(?:日内|工作日|同步|起))$`)
)
