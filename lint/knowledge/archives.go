package knowledge

import "strings"

// archiveEndings is how the names of files end that ADD unpacks: tar archives, plain or compressed by one of the methods that the
// builder knows (https://docs.docker.com/reference/dockerfile/#adding-local-tar-archives).
var archiveEndings = [...]string{
	".tar", ".tgz", ".taz", ".tbz", ".tbz2", ".tz2", ".txz", ".tlz", ".tzst", ".gz", ".bz2", ".xz", ".zst", ".lzma", ".z",
}

// IsArchive tells by a file's name whether ADD unpacks it.
func IsArchive(name string) bool {
	name = strings.ToLower(name)
	for _, ending := range archiveEndings {
		if strings.HasSuffix(name, ending) {
			return true
		}
	}
	return strings.Contains(name, ".tar.") || strings.HasSuffix(name, ".tar*")
}
