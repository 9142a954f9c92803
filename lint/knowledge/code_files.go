package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// codeEndings is how names of archives, packages, binaries and scripts end.
var codeEndings = []string{".tar", ".tgz", ".txz", ".tbz", ".tbz2", ".tzst", ".gz", ".xz", ".bz2", ".zst", ".zip", ".7z", ".jar", ".war", ".ear",
	".deb", ".rpm", ".apk", ".ipk", ".whl", ".gem", ".phar", ".so", ".exe", ".msi", ".bin", ".run", ".appimage", ".pkg", ".dmg", ".sh", ".bash",
	".py", ".pl", ".rb", ".ps1", ".crx", ".xpi", ".vsix", ".wasm"}

// proofEndings is how names of keys, certificates, signatures and checksums end: they are what other files are checked with.
var proofEndings = []string{".asc", ".gpg", ".key", ".pub", ".pem", ".crt", ".cer", ".sig", ".sign", ".minisig", ".sha256", ".sha512", ".sha1", ".md5",
	".sha256sum", ".sha512sum", ".sha256sums", ".sums", ".list", ".repo", ".sources"}

// IsCodeName tells whether a file is code, packed or not, by its name, and whether it is a proof of other files instead.
func IsCodeName(name string) (code, proof bool) {
	name = strings.ToLower(name)
	ends := func(ending string) bool { return strings.HasSuffix(name, ending) }
	if slices.ContainsFunc(proofEndings, ends) || strings.Contains(name, "/keyrings/") || strings.Contains(name, "/trusted.gpg.d/") ||
		strings.Contains(path.Base(name), "sha256sum") || strings.Contains(path.Base(name), "checksum") {
		return false, true
	}
	return slices.ContainsFunc(codeEndings, ends), false
}

// IsProgramPlace tells whether a file lies where programs are found: in bin, sbin or a folder of command line plugins.
func IsProgramPlace(file string) bool {
	folder := path.Dir(path.Clean(file))
	if strings.HasSuffix(file, "/") {
		folder = path.Clean(file)
	}
	base := path.Base(folder)
	return base == "bin" || base == "sbin" || base == "cli-plugins"
}

// Unpacks tells whether a command takes archives or packages apart, or installs them.
func Unpacks(c *lint.Command) bool {
	switch c.Program {
	case "tar", "bsdtar", "gtar", "unzip", "gunzip", "unxz", "bunzip2", "unzstd", "cpio", "7z", "7za", "7zr", "dpkg", "dpkg-deb", "rpm", "rpm2cpio",
		"gzip", "xz", "bzip2", "zstd", "jar", "ar", "zcat", "xzcat", "opkg", "installer":
		return true
	case "apt", "apt-get", "yum", "dnf", "microdnf", "tdnf", "zypper", "apk", "pip", "pip3", "gem", "npm":
		return slices.ContainsFunc(c.Arguments().Operands, func(w lint.Word) bool {
			return slices.Contains([]string{"install", "add", "in", "localinstall"}, w.Text)
		})
	}
	return false
}
