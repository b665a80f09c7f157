package publish

// labelReach is how far before a number the label may stand that says which document it is of.
const labelReach = 12

// documentKind says of which document the number is: of what stands last before it.
func (n number) documentKind() kind {
	from := n.groups[0].from
	if n.hasIdentityShape() {
		return identity
	}
	for i := from; i > 0 && i > from-labelReach; i-- {
		switch {
		case n.endsWithAny(i, lex().identityLabels):
			return identity
		case n.endsWithAny(i, lex().passportLabels):
			return passport
		case n.endsWithAny(i, lex().idLabels):
			return document
		case n.endsWithAny(i, lex().accountLabels):
			return bankCard
		}
	}
	return document
}
