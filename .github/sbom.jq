# A CycloneDX bill of materials from what "go version -m -json" says of a binary: the modules that are linked into it.
def component: {type: "library", name: .Path, version: .Version, purl: "pkg:golang/\(.Path)@\(.Version)"};
{
  bomFormat: "CycloneDX",
  specVersion: "1.6",
  serialNumber: $serial,
  version: 1,
  metadata: {component: (.Main + {Version: $version} | component + {type: "application"})},
  components: ([{Path: "std", Version: (.GoVersion | ltrimstr("go"))}] + [.Deps[] | .Replace // .] | map(component))
}
