package github

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

const building = `
on: push
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v5
      - uses: docker/build-push-action@v6
        with:
          context: app
          file: build/Dockerfile
          target: app
          allow: security.insecure,network.host
          network: host
          push: true
          load: false
          outputs: |
            type=image,push=true
            type=local,dest=out
          provenance: false
          sbom: "false"
          tags: |
            registry.example.com/app:latest
            registry.example.com/app:${{ github.sha }}
          build-args: |
            TOKEN=hunter2,3
            VERSION=${{ github.ref_name }}
            ONLY_A_NAME
          build-contexts: |
            assets=../assets
            alpine=docker-image://alpine:3.22
          secrets: |
            npm_token=letmein
            "KEY=of several
            lines"
            GIT_AUTH_TOKEN=${{ secrets.TOKEN }}
`

// TestBuild compares all that is read of a step that builds.
func TestBuild(t *testing.T) {
	want := `build of docker build registry.example.com/app:latest
  starts in .
  context assets
  context alpine
  folder: app «app»
  dockerfile: ../build/Dockerfile «build/Dockerfile»
  target: app «app»
  image: {registry.example.com app latest } «registry.example.com/app:latest»
  image: unknown «registry.example.com/app:${{ github.sha }}»
  network: host «host»
  entitlements: set «security.insecure,network.host»
    -: security.insecure «security.insecure»
    -: network.host «network.host»
  provenance: false «false»
  sbom: false «"false"»
  load: true «type=local,dest=out»
  push: true «type=image,push=true»
push of docker build registry.example.com/app:latest by «type=image,push=true»
  image: {registry.example.com app latest } «registry.example.com/app:latest»
push of docker build registry.example.com/app:latest by «type=image,push=true»
  image: unknown «registry.example.com/app:${{ github.sha }}»
build arg of docker build registry.example.com/app:latest
  TOKEN: hunter2,3 «hunter2,3»
build arg of docker build registry.example.com/app:latest
  VERSION: unknown «${{ github.ref_name }}»
variable of docker build registry.example.com/app:latest
  npm_token: letmein «letmein»
variable of docker build registry.example.com/app:latest
  GIT_AUTH_TOKEN: unknown «${{ secrets.TOKEN }}»
`
	if diff := cmp.Diff(want, parsetest.Describe(readAt(t, ".github/workflows/ci.yml", building))); diff != "" {
		t.Error(diff)
	}
}

const baking = `
on: [push]
jobs:
  image:
    runs-on: ubuntu-latest
    steps:
      - uses: docker/bake-action@v6
        with:
          files: |
            ./docker-bake.json
            cwd://${{ steps.meta.outputs.bake-file }}
          targets: app,tool
          push: true
          provenance: false
          set: |
            *.tags=registry.example.com/app:latest
            app.args.LIST=a,b
            *.tags=${{ env.TAG }}
`

// TestBake compares all that is read of a step that builds targets of bake files.
func TestBake(t *testing.T) {
	var got []string
	for line := range strings.Lines(parsetest.Describe(readAt(t, "shop/.github/workflows/ci.yml", baking))) {
		if line = strings.TrimRight(line, "\n"); !strings.Contains(line, ": unknown «»") {
			got = append(got, line)
		}
	}
	want := `build of docker bake registry.example.com/app:latest
  starts in shop
  of bake files
    file: ./docker-bake.json «./docker-bake.json»
    file: unknown «cwd://${{ steps.meta.outputs.bake-file }}»
    target: app «app»
    target: tool «tool»
    override: *.tags=registry.example.com/app:latest «*.tags=registry.example.com/app:latest»
    override: app.args.LIST=a,b «app.args.LIST=a,b»
    override: unknown «*.tags=${{ env.TAG }}»
  image: {registry.example.com app latest } «registry.example.com/app:latest»
  image: unknown «${{ env.TAG }}»
  provenance: false «false»
  push: true «true»
push of docker bake registry.example.com/app:latest by «true»
  image: {registry.example.com app latest } «registry.example.com/app:latest»
push of docker bake registry.example.com/app:latest by «true»
  image: unknown «${{ env.TAG }}»`
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Error(diff)
	}
}

// where is where a build finds what it needs: the folder it starts in, that of its context, its Dockerfile or bake files.
func where(b *lint.Build) string {
	switch {
	case b.Bake != nil:
		return "bake in " + b.Start
	case b.Folder.State == lint.Unknown:
		return "?"
	}
	return fmt.Sprintf("%s: %s: %s", b.Start, b.Folder.V, b.Dockerfile.V)
}

// TestStart tells where a step's build starts, if that is sure.
func TestStart(t *testing.T) {
	const checkout = "actions/checkout@v5"
	const build, bake = "uses: docker/build-push-action@", "uses: docker/bake-action@"
	tests := []struct{ name, head, checkout, step, want string }{
		{"path", "on: push", checkout, build + "v6, with: {context: ./app}", ".: ./app: "},
		{"path and file", "on: push", checkout, build + "v6, with: {context: app, file: app/Dockerfile.dev}", ".: app: Dockerfile.dev"},
		{"path, nothing checked out", "on: push", "", build + "v6, with: {context: app}", "?"},
		{"path, another repository", "on: push", checkout + ", with: {repository: a/b}", build + "v6, with: {context: .}", "?"},
		{"path, another folder", "on: push", checkout + ", with: {path: src}", build + "v6, with: {context: src}", "?"},
		{"path, another version", "on: push", checkout + ", with: {ref: v1}", build + "v6, with: {context: .}", "?"},
		{"path, a matrix of versions", "on: push", checkout + ", with: {ref: '${{ matrix.ref }}'}", build + "v6, with: {context: .}", "?"},
		{"path, what is proposed", "on: pull_request", checkout + ", with: {ref: '${{ github.event.pull_request.head.sha }}'}", build + "v6, with: {context: .}", ".: .: "},
		{"path, an expression", "on: push", checkout, build + "v6, with: {context: '${{ matrix.app }}'}", "?"},
		{"path, an expression's file", "on: push", checkout, build + "v6, with: {context: ., file: '${{ matrix.app }}/Dockerfile'}", ".: .: ${{ matrix.app }}/Dockerfile"},
		{"git", "on: push", "", build + "v6", ".: : "},
		{"git and file", "on: push", "", build + "0123abc, with: {file: build/Dockerfile}", ".: : build/Dockerfile"},
		{"git and folder", "on: push", "", build + "v6, with: {context: '{{defaultContext}}:app', file: Dockerfile.dev}", "app: : Dockerfile.dev"},
		{"git by its name", "on: push", "", build + "v6, with: {context: '{{ defaultContext }}'}", ".: : "},
		{"another git", "on: push", "", build + "v6, with: {context: 'https://example.com/a.git'}", "?"},
		{"before git", "on: push", checkout, build + "v1.1", "?"},
		{"called by others", "on: workflow_call", checkout, build + "v6", "?"},
		{"called by others too", "on: [workflow_call, release]", checkout, build + "v6", ".: : "},
		{"run", "on: push", checkout, "run: docker build -f b/Dockerfile a", ".: a: ../b/Dockerfile"},
		{"run in a folder", "on: push", checkout, "run: docker build ., working-directory: app", "app: .: "},
		{"run in a folder by default", "on: push\ndefaults: {run: {working-directory: app}}", checkout, "run: docker build .", "app: .: "},
		{"run in an expression", "on: push", checkout, "run: docker build ., working-directory: '${{ matrix.app }}'", "?"},
		{"run, nothing checked out", "on: push", "", "run: docker build .", "?"},
		{"run bake", "on: push", checkout, "run: docker buildx bake -f a.json, working-directory: app", "bake in app"},
		{"run bake, nothing checked out", "on: push", "", "run: docker buildx bake", "?"},
		{"bake of git", "on: push", "", bake + "v6", "bake in ."},
		{"bake of a folder of git", "on: push", "", bake + "v7.1.0, with: {source: '{{defaultContext}}:app'}", "bake in app"},
		{"bake of some version", "on: push", checkout, bake + "0123abc", "bake in ."},
		{"bake of some version, nothing checked out", "on: push", "", bake + "0123abc", "?"},
		{"bake of an old version", "on: push", "", bake + "v5", "?"},
		{"bake of a folder", "on: push", checkout, bake + "v7, with: {source: ./app}", "bake in app"},
		{"bake of a folder, nothing checked out", "on: push", "", bake + "v7, with: {source: .}", "?"},
		{"bake of an expression", "on: push", checkout, bake + "v7, with: {source: '${{ matrix.app }}'}", "?"},
		{"bake in a folder", "on: push", checkout, bake + "v5, with: {workdir: app}", "bake in app"},
		{"bake in a folder of its source", "on: push", checkout, bake + "v6, with: {workdir: app, source: .}", "bake in app"},
		{"bake in a folder or of git", "on: push", checkout, bake + "v6, with: {workdir: app}", "?"},
		{"bake in a folder that no longer counts", "on: push", checkout, bake + "v7, with: {workdir: app}", "bake in ."},
		{"bake in a folder by some version", "on: push", checkout, bake + "0123abc, with: {workdir: app, source: .}", "?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			text := test.head + "\njobs:\n  a:\n    runs-on: x\n    steps:\n"
			if test.checkout != "" {
				text += "    - {uses: " + test.checkout + "}\n"
			}
			text += "    - {" + test.step + "}\n"
			if got := where(readAt(t, ".github/workflows/ci.yml", text).Builds[0]); got != test.want {
				t.Errorf("%s\ngot  %s\nwant %s", text, got, test.want)
			}
			if got := where(readAt(t, "ci.yml", text).Builds[0]); got != "?" {
				t.Errorf("elsewhere than where workflows are kept: %s", got)
			}
		})
	}
	action := "runs: {using: composite, steps: [{uses: actions/checkout@v5}, {" + build + "v6}]}\n"
	if got := where(readAt(t, ".github/workflows/action.yml", action).Builds[0]); got != "?" {
		t.Errorf("an action: %s", got)
	}
}
