package knowledge

import "github.com/stridelint/stridelint/lint"

// PackageAction is what a command makes a package manager do.
type PackageAction uint8

const (
	InstallPackages PackageAction = iota
	UpdateIndex                   // fetches the list of what there is
	UpgradePackages               // brings everything that is installed up to date
	UpgradeRelease                // the same, and adds, removes and replaces packages for it
	RemovePackages
	CleanCache // takes away everything that was fetched
)

// PackageManager is a family of programs that install packages, and how it is told what to do.
type PackageManager struct {
	Name     string   // of the family
	Programs []string // the first is the one that scripts are meant to use

	// Verbs is the subcommands of each action; two words where the program takes two.
	Verbs [CleanCache + 1][]string
	// Syntax is which of its options take a value.
	Syntax lint.Syntax

	// Yes is the options that answer its questions. A manager without them asks none.
	Yes []string
	// Fresh is the options with which an installation fetches the index itself.
	Fresh []string

	// Caches is the folders in which it leaves what it fetched.
	Caches []string
	// Fills is the actions that leave something there.
	Fills []PackageAction
	// NoCache is the options with which it keeps nothing; NoCacheVariable is the environment variable that says the same.
	NoCache         []string
	NoCacheVariable string
	// CleanUp is the arguments with which it empties its cache; without them the folder has to be deleted.
	CleanUp string
	// CacheVariable is the environment variable that moves the cache elsewhere.
	CacheVariable string

	// unversioned is the subcommands, and words among the arguments, with which what is installed has no version of its own.
	unversioned []string
	// pinned tells whether a word that names a package also says which version is wanted; nil where no one asks.
	pinned func(pkg string) bool
}

// packageManagers is read from the manuals of the programs: apt-get(8), apt(8), apk(8), yum(8), dnf(8), zypper(8), pacman(8), pip's and RubyGems'
// command reference, npm-install(1), the yarn 1 and pnpm documentation, and go help install. Read in November 2026.
var packageManagers = [...]PackageManager{
	{
		Name: "apt", Programs: []string{"apt-get", "apt", "aptitude"},
		Verbs: [...][]string{
			InstallPackages: {"install", "reinstall", "build-dep"},
			UpdateIndex:     {"update"},
			UpgradePackages: {"upgrade", "safe-upgrade"},
			UpgradeRelease:  {"dist-upgrade", "full-upgrade"},
			RemovePackages:  {"remove", "purge"},
			CleanCache:      {"distclean", "dist-clean"}, // clean leaves the lists where they are
		},
		Syntax: lint.Syntax{Letters: "tocaP", Names: []string{"--target-release", "--default-release", "--option", "--config-file",
			"--host-architecture", "--build-profiles", "--solver"}},
		Yes:         []string{"-y", "--yes", "--assume-yes"},
		Caches:      []string{"/var/lib/apt/lists"}, // the images of Debian and Ubuntu empty /var/cache/apt by themselves
		Fills:       []PackageAction{UpdateIndex},
		unversioned: []string{"build-dep"},
		pinned:      aptPinned,
	},
	{
		Name: "apk", Programs: []string{"apk"},
		Verbs: [...][]string{
			InstallPackages: {"add"}, UpdateIndex: {"update"}, UpgradePackages: {"upgrade"}, RemovePackages: {"del"}, CleanCache: nil,
		},
		Syntax: lint.Syntax{Letters: "tXp", Names: []string{"--virtual", "--repository", "--root", "--arch", "--keys-dir", "--repositories-file",
			"--wait", "--cache-dir", "--cache-max-age", "--progress-fd", "--timeout"}},
		Fresh:   []string{"-U", "--update", "--update-cache", "--no-cache"},
		Caches:  []string{"/var/cache/apk", "/etc/apk/cache"},
		Fills:   []PackageAction{InstallPackages, UpdateIndex, UpgradePackages},
		NoCache: []string{"--no-cache"},
		pinned:  apkPinned,
	},
	{
		Name: "yum", Programs: []string{"yum"},
		Verbs:       rpmVerbs,
		Syntax:      rpmSyntax,
		Yes:         []string{"-y", "--assumeyes"},
		Caches:      []string{"/var/cache/yum", "/var/cache/dnf", "/var/cache/libdnf5"}, // yum is dnf by another name from RHEL 8 on
		Fills:       []PackageAction{InstallPackages, UpdateIndex, UpgradePackages, UpgradeRelease},
		CleanUp:     "clean all",
		unversioned: rpmUnversioned,
		pinned:      rpmPinned,
	},
	{
		Name: "dnf", Programs: []string{"dnf", "dnf-3", "dnf4", "dnf5", "microdnf", "tdnf"},
		Verbs:       rpmVerbs,
		Syntax:      rpmSyntax,
		Yes:         []string{"-y", "--assumeyes"},
		Caches:      []string{"/var/cache/dnf", "/var/cache/libdnf5", "/var/cache/yum", "/var/cache/tdnf"},
		Fills:       []PackageAction{InstallPackages, UpdateIndex, UpgradePackages, UpgradeRelease},
		CleanUp:     "clean all",
		unversioned: rpmUnversioned,
		pinned:      rpmPinned,
	},
	{
		Name: "zypper", Programs: []string{"zypper"},
		Verbs: [...][]string{
			InstallPackages: {"install", "in", "source-install", "si"},
			UpdateIndex:     {"refresh", "ref"},
			UpgradePackages: {"update", "up", "patch"},
			UpgradeRelease:  {"dist-upgrade", "dup"},
			RemovePackages:  {"remove", "rm"},
			CleanCache:      {"clean", "cc"},
		},
		Syntax: lint.Syntax{Letters: "RcCDprt", Names: []string{"--root", "--installroot", "--config", "--cache-dir", "--reposd-dir",
			"--raw-cache-dir", "--solv-cache-dir", "--pkg-cache-dir", "--releasever", "--plus-repo", "--plus-content", "--repo", "--type", "--from",
			"--download", "--solver-focus"}},
		Yes:         []string{"-n", "--non-interactive", "-y", "--no-confirm"},
		Caches:      []string{"/var/cache/zypp"},
		Fills:       []PackageAction{InstallPackages, UpdateIndex, UpgradePackages, UpgradeRelease},
		CleanUp:     "clean --all",
		unversioned: []string{"pattern", "patch", "product"},
		pinned:      zypperPinned,
	},
	{
		Name: "pacman", Programs: []string{"pacman"}, // its verbs are options: see pacman
		Syntax: lint.Syntax{Letters: "br", Names: []string{"--dbpath", "--root", "--cachedir", "--config", "--arch", "--color", "--ignore",
			"--overwrite"}},
		Yes: []string{"--noconfirm"},
	},
	{
		Name: "pip", Programs: []string{"pip", "pip2", "pip3"},
		Verbs: [...][]string{
			InstallPackages: {"install"}, RemovePackages: {"uninstall"}, CleanCache: {"cache purge"},
		},
		Syntax: lint.Syntax{Letters: "rcetifbdC", Names: []string{"--requirement", "--constraint", "--editable", "--target", "--index-url",
			"--extra-index-url", "--find-links", "--trusted-host", "--prefix", "--root", "--src", "--build", "--platform", "--python-version",
			"--implementation", "--abi", "--global-option", "--install-option", "--config-settings", "--no-binary", "--only-binary",
			"--progress-bar", "--root-user-action", "--report", "--upgrade-strategy", "--use-feature", "--use-deprecated", "--cache-dir", "--python",
			"--log", "--proxy", "--retries", "--timeout", "--exists-action", "--cert", "--client-cert", "--keyring-provider", "--group",
			"--requirements-from-script", "--build-constraint", "--uploaded-prior-to"}},
		Caches:          []string{"~/.cache/pip"},
		Fills:           []PackageAction{InstallPackages},
		NoCache:         []string{"--no-cache-dir"},
		NoCacheVariable: "PIP_NO_CACHE_DIR",
		CacheVariable:   "PIP_CACHE_DIR",
		unversioned:     []string{"-c", "--constraint", "--no-index"}, // the constraints, or the folder with the files, say the version
		pinned:          pipPinned,
	},
	{
		Name: "npm", Programs: []string{"npm"},
		Verbs: [...][]string{
			InstallPackages: {"install", "i", "in", "ins", "inst", "insta", "instal", "isnt", "isnta", "isntal", "add"}, CleanCache: {"cache clean"},
		},
		Syntax: lint.Syntax{Letters: "wC", Names: []string{"--workspace", "--prefix", "--registry", "--loglevel", "--cache", "--userconfig",
			"--globalconfig", "--omit", "--only", "--include", "--tag", "--install-strategy", "--fetch-retries", "--fetch-timeout", "--maxsockets",
			"--before", "--cpu", "--os", "--libc", "--proxy", "--https-proxy", "--noproxy", "--cafile", "--script-shell", "--depth"}},
		pinned: npmPinned,
	},
	{
		Name: "yarn", Programs: []string{"yarn", "yarnpkg"},
		Verbs: [...][]string{
			InstallPackages: {"install", "add", "global add"}, CleanCache: {"cache clean"},
		},
		Syntax: lint.Syntax{Letters: "", Names: []string{"--cwd", "--cache-folder", "--registry", "--modules-folder", "--network-timeout",
			"--network-concurrency", "--mutex", "--preferred-cache-folder"}},
		Caches:        []string{"/usr/local/share/.cache/yarn", "~/.cache/yarn", "~/.yarn/berry/cache"},
		Fills:         []PackageAction{InstallPackages},
		CleanUp:       "cache clean",
		CacheVariable: "YARN_CACHE_FOLDER",
	},
	{
		Name: "gem", Programs: []string{"gem"},
		Verbs: [...][]string{
			InstallPackages: {"install", "i"}, RemovePackages: {"uninstall"}, CleanCache: nil,
		},
		Syntax: lint.Syntax{Letters: "vinPspgB", Names: []string{"--version", "--install-dir", "--bindir", "--trust-policy", "--source",
			"--http-proxy", "--platform", "--document", "--build-root", "--config-file", "--file", "--bulk-threshold", "--target-rbconfig"}},
		pinned: gemPinned,
	},
	{
		Name: "go", Programs: []string{"go"},
		Verbs: [...][]string{
			InstallPackages: {"install", "get", "run"}, CleanCache: {"clean"},
		},
		Syntax: lint.Syntax{Single: true, Names: []string{"-C", "-o", "-p", "-ldflags", "-tags", "-gcflags", "-asmflags", "-gccgoflags", "-mod",
			"-modfile", "-toolexec", "-overlay", "-pkgdir", "-installsuffix", "-buildmode", "-compiler", "-exec", "-pgo", "-coverpkg", "-covermode"}},
		pinned: goPinned,
	},
}

// The programs of Red Hat's family read the same words.
var (
	rpmVerbs = [...][]string{
		InstallPackages: {"install", "in", "install-n", "install-na", "install-nevra", "reinstall", "localinstall", "groupinstall", "group install",
			"module install", "builddep"},
		UpdateIndex:     {"makecache", "check-update"},
		UpgradePackages: {"update", "upgrade", "upgrade-minimal", "update-minimal", "up"},
		UpgradeRelease:  {"distro-sync", "distribution-synchronization"},
		RemovePackages:  {"remove", "erase"},
		CleanCache:      {"clean all"},
	}
	rpmSyntax = lint.Syntax{Letters: "cdeRx", Names: []string{"--config", "--debuglevel", "--errorlevel", "--randomwait", "--exclude",
		"--excludepkgs", "--enablerepo", "--disablerepo", "--repo", "--repoid", "--enable-repo", "--disable-repo", "--installroot", "--releasever",
		"--setopt", "--disableexcludes", "--disableplugin", "--enableplugin", "--color", "--comment", "--advisory", "--advisories", "--bz", "--bzs",
		"--cve", "--cves", "--sec-severity", "--forcearch", "--destdir", "--downloaddir", "--rpmverbosity"}}
	rpmUnversioned = []string{"groupinstall", "group install", "builddep"}
)
