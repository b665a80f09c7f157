package gate

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"taizhang/report/publish/gate/details"
	"taizhang/report/publish/gate/house"
	"taizhang/report/publish/gate/names"
	"taizhang/report/publish/gate/view"
)

// secrets are hits of every kind, each finder's shortest among them; pieces are what hits
// are made of and what stands beside them.
var (
	secrets = strings.Fields("短号661234 小号66123 电话：5621234 电话:五六二一二三四 0750-5621234 +86/750一5621234 (0750)562_1234 138.0013.8000 １３８00138000 " +
		"一三八〇〇一三八零零零 壹叁捌〇〇壹叁捌〇〇〇 44078219900101123x 账号12345678 " +
		"a.b@163.com a.b＠163.com ab(at)x.cn QQ号：12345678 扣扣12345678 微信zhangsan88 微信号：zhangsan vx:zhangsan V信zhangsan88 粤J12345 粤J·A1234 " +
		"联系人：张三 责任人张三 填报：李四 签字:王五 张三同志 李四先生 欧阳明华女士 密级：秘密 涉密★ 属于密件。 ㊙ 市民张丽华反映 读者（张丽） 李桂芳老人 李桂芳（女，72岁） 由陈伟明负责 张伟等3人 张伟、李娜、王强参加 家住通济路12号 3栋502房 出生于1985年 手机尾号8000 " +
		"13-8001-38004 电话l38ool38oo3 住户3栋402来访 受理刘女士投诉 投诉人老周 局长黄伟强负责录入 发到赵敏账户 局长批示 多次催促部门 群体性事件 拟任馆长 zhang艾特qq点com 138零零一三8000 一三八、零零一三、八零零零 阅后销毁 仅供内部 本件不公开 某某事件 abc项目")
	pieces = strings.Fields("公开 规划 年 月 条 。 ， ： ； ( ） / - · _ 一 ★ 《 》 法 0 1 5 13 86 750 0750 12345 电话 电话： 短号 身份证 联系人 责任人 同志 女士 " +
		"等 名 张三 办公室 @ (at) .cn qq 微信 公众号 粤 粤J http://x.cn/ 密级： 机密 秘密 内部 阅后 保密 某某 事件")
)

// everyHit asks every finder, without a glance before any.
func everyHit(g *Gate, text string) []Hit {
	v := view.Of(text)
	hits := slices.Concat(g.numbers(v), details.Addresses(v), names.Labelled(v), names.Citizens(v), names.Free(v), names.Anonymous(v), details.Homes(v), house.Markings(v), house.Matters(v), g.words(v))
	slices.SortStableFunc(hits, func(a, b Hit) int { return a.From - b.From })
	return settled(hits)
}

func compareGlance(t interface{ Errorf(string, ...any) }, text string) {
	for _, gate := range []*Gate{officeGate(), {}} {
		if got, want := gate.Find(text), everyHit(gate, text); !reflect.DeepEqual(got, want) {
			t.Errorf("%q: %v, in full %v", text, got, want)
		}
	}
}

// between are what may stand between two characters of a hit, and what may not.
var between = []string{"", " ", "\n", "　", "\u200b", "-", "公"}

// TestGlanceSeesEveryKind: no hit is ruled out at a glance, whatever stands between its
// characters.
func TestGlanceSeesEveryKind(t *testing.T) {
	for _, s := range secrets {
		said := []rune(s)
		if len(officeGate().Find(s)) == 0 {
			t.Errorf("%q is no hit", s)
		}
		for i := range said {
			for _, b := range between {
				compareGlance(t, string(said[:i])+b+string(said[i:]))
			}
		}
	}
}

// TestGlanceMissesNothing: the same, however a text is put together.
func TestGlanceMissesNothing(t *testing.T) {
	piece := rapid.OneOf(rapid.SampledFrom(secrets), rapid.SampledFrom(pieces), rapid.SampledFrom(between), rapid.StringN(0, 2, -1))
	rapid.Check(t, func(t *rapid.T) {
		compareGlance(t, strings.Join(rapid.SliceOfN(piece, 0, 8).Draw(t, "pieces"), ""))
	})
}

// TestGlanceRulesOut: common texts are not looked at in full, or there would be no use in
// it.
func TestGlanceRulesOut(t *testing.T) {
	gate := officeGate()
	for _, text := range []string{
		"无", "截至2021年9月30日，公开政府信息1238条，其中图书馆452条。",
		"按照责任分工推进信息公开，更新目录（2021年版），新闻发布会3场。", "一是加强联系；二是审核内容，电话回访群众。",
	} {
		if gate.glance(text) != 0 {
			t.Errorf("%q is looked at in full", text)
		}
		if n := testing.AllocsPerRun(10, func() { gate.Find(text) }); n > 0 {
			t.Errorf("%q costs %v allocations", text, n)
		}
	}
}

// TestGlanceAsksWhoMayFind: a text that one finder has something to begin with is asked of no
// other, or a single common word would cost all of them; and a common word asks nobody by itself.
func TestGlanceAsksWhoMayFind(t *testing.T) {
	for text, want := range map[string]finders{
		"无":               0,
		"听取群众意见11条。":      0,
		"群体性事件3起。":        ofMatters,
		"联系人待定。":          0,
		"联系人张三。":          ofNames,
		"电话0750-5621234。": ofNumbers,
		"建成3座图书馆。":        ofHomes,
		"粤J的车。":           ofAddresses,
		"内部资料。":           ofMarkings,
		"联系人张三，更新3座城市书房的目录。": ofNames | ofHomes,
	} {
		if got := new(Gate).glance(text); got != want {
			t.Errorf("%q asks %b, want %b", text, got, want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	gate := officeGate()
	for name, text := range map[string]string{
		"plain": "截至2021年9月30日，公开政府信息1238条，其中图书馆452条。",
		"words": "对照任务清单，办公室开展自查33次，征求意见建议2条，均已上网公开，明确责任人和完成时限。",
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				gate.Find(text)
			}
		})
	}
}
