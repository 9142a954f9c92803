package lint

import "slices"

// Project is one compose file as it is written, before it is laid over others: by it the file's own order and spelling are judged.
type Project struct {
	Root     Field
	Services []*Service // in the order of the file
}

// String is what the findings about a file as a whole belong to.
func (*Project) String() string { return "compose file" }

// Service is one service of a compose file as it is written.
type Service struct {
	Field
	Project   *Project
	Container *Container // as it will run
	Profiles  List[Val[string]]
}

// String is the service's name: "service db".
func (s *Service) String() string { return s.Container.String() }

// Meets tells whether the service and another one are meant to run together. Those that have profiles, none of which they share,
// are most often alternatives to each other.
func (s *Service) Meets(other *Service) bool {
	if s.Profiles.Absent() || other.Profiles.Absent() {
		return true
	}
	return slices.ContainsFunc(s.Profiles.Items, func(mine Val[string]) bool {
		return slices.ContainsFunc(other.Profiles.Items, func(theirs Val[string]) bool { return mine.Known() && theirs.Is(mine.V) })
	})
}

// Projects judges every compose file as it is written.
func Projects(check func(*Pass, *Project)) Check {
	return visit((*Unit).projects, check, Compose)
}

// Services judges every service of a compose file as it is written.
func Services(check func(*Pass, *Service)) Check {
	return visit(func(u *Unit) []*Service {
		var services []*Service
		for _, project := range u.projects() {
			services = append(services, project.Services...)
		}
		return services
	}, check, Compose)
}

// projects is the compose file that the unit is, if it is one.
func (u *Unit) projects() []*Project {
	if u.Project == nil {
		return nil
	}
	return []*Project{u.Project}
}
