package lint

// Push is one image that goes to a registry: docker push, a build with --push.
type Push struct {
	Subject string
	Image   Val[Image] // under the name that the registry has it
	All     bool       // with every tag that it has on this machine
	Signed  bool       // the same command signs it
	// By is the word or option that pushes.
	By Span
}

// String is the push in messages: "docker push shop/web:1".
func (p *Push) String() string { return p.Subject }

// Pushes judges every image that a script pushes.
func Pushes(check func(*Pass, *Push)) Check {
	return visit(func(u *Unit) []*Push { return u.Pushes }, check, Script)
}
