package lint

// BuildContext is the folder that a build is given, in which COPY and ADD find their sources. Paths in it are relative to it, with
// slashes between; a slash or dots at their start lead nowhere else.
type BuildContext interface {
	// IgnoreFile is the name of the file that keeps paths out of the build, beside the Dockerfile; empty if there is none.
	IgnoreFile() string
	// Ignored tells whether that file keeps out of the build all that a path, or a pattern as COPY has them, stands for.
	Ignored(path string) bool
	// Exists tells whether there is a file or folder of a path, whether it is ignored or not.
	Exists(path string) bool
	// Match is the wanted ones of the files and folders that a pattern as COPY has them stands for, in order and up to a number of
	// them, those left out that are ignored. In it ** is any number of folders.
	Match(pattern string, wanted func(path string) bool) []string
}
