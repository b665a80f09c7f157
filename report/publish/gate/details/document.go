package details

import (
	"taizhang/report/publish/gate/lexica"
	"taizhang/report/publish/gate/view"
)

// labelReach is how far before a number the label may stand that says which document it is of.
const labelReach = 12

// documentKind says of which document the number is: of what stands last before it.
func (n number) documentKind() view.Kind {
	from := n.groups[0].from
	if n.hasIdentityShape() {
		return identity
	}
	for i := from; i > 0 && i > from-labelReach; i-- {
		switch {
		case n.EndsWithAny(i, lexica.All().IdentityLabels):
			return identity
		case n.EndsWithAny(i, lexica.All().PassportLabels):
			return passport
		case n.EndsWithAny(i, lexica.All().IDLabels):
			return document
		case n.EndsWithAny(i, lexica.All().AccountLabels):
			return bankCard
		}
	}
	return document
}
