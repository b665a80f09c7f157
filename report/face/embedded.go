package face

import "taizhang/templates/faces"

// Embedded returns the free faces that the program carries. It reads them anew each time,
// in about a millisecond; a program that never calls it never touches them.
func Embedded() Set {
	var s Set
	for role, file := range map[Role][]byte{
		Title: faces.Title(), Body: faces.Body(), Heading: faces.Heading(), Sub: faces.Sub(),
	} {
		fonts, err := Open(file)
		if err != nil {
			panic("embedded face: " + err.Error()) // part of the program: a test opens each
		}
		s.byRole[role] = fonts[0]
	}
	s.byRole[Number] = s.byRole[Body]
	s.spare = s.byRole
	return s
}
