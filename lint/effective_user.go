package lint

// UserOf is whom a container's processes start as: the user that it is given, else that of its image, which a Dockerfile of the
// same tree or what is known of published images tells. Its place is where that user is written, if it is in a file.
func (w World) UserOf(c *Container) Val[User] {
	switch {
	case !c.User.Absent():
		return c.User
	case c.From != nil:
		return w.UserOfStage(c.From)
	case c.Built || !c.Image.Known():
		return Val[User]{State: Unknown}
	}
	return w.userOfImage(c.Image.V)
}

// UserOfStage is whom an image of a stage starts as: the user that the stage has, else that of its base image.
func (w World) UserOfStage(s *Stage) Val[User] {
	if !s.User.Absent() {
		return s.User
	}
	base := s.Origin().Base
	switch {
	case !base.Known():
		return Val[User]{State: Unknown}
	case base.V.IsScratch(): // it names no user, which is root
		return Val[User]{State: Set, V: User{Name: "root"}}
	}
	return w.userOfImage(base.V)
}

func (w World) userOfImage(i Image) Val[User] {
	user := w.Images.Lookup(i).User
	if !user.Known {
		return Val[User]{State: Unknown}
	}
	return Val[User]{State: Set, V: user.V}
}
