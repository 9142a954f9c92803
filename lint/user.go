package lint

import (
	"strconv"
	"strings"
)

// User is the user, and group if any, that a process runs as, as the file writes them: names or numbers.
type User struct{ Name, Group string }

// ParseUser reads "user", "user:group" or ":group".
func ParseUser(s string) User {
	name, group, _ := strings.Cut(strings.TrimSpace(s), ":")
	return User{Name: name, Group: group}
}

// IsRoot tells whether the user is user ID 0 under any spelling that runtimes read as a number: root, 0, 00, +0. A group makes no
// difference. An empty name is root: it is what runtimes make of ":group".
func (u User) IsRoot() bool {
	id, err := strconv.Atoi(u.Name)
	return u.Name == "root" || u.Name == "" || err == nil && id == 0
}

// Unprivileged is a user that no image has made for anything else, as a kind of file writes it: compose takes no number for one.
func Unprivileged(k Kind) string {
	if k == Compose {
		return `"10001"`
	}
	return "10001"
}

// IsRootGroup tells whether a group is group ID 0 under any spelling that runtimes read as a number: root, 0, 00, +0.
func IsRootGroup(group string) bool {
	id, err := strconv.Atoi(group)
	return group == "root" || err == nil && id == 0
}

// String is the user as a Dockerfile writes it.
func (u User) String() string {
	if u.Group == "" {
		return u.Name
	}
	return u.Name + ":" + u.Group
}
