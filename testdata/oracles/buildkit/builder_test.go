package buildkit

import (
	"context"
	"encoding/json"
	"errors"
	"io/fs"

	"github.com/distribution/reference"
	"github.com/moby/buildkit/client/llb"
	"github.com/moby/buildkit/client/llb/sourceresolver"
	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/buildkit/frontend/dockerui"
	gateway "github.com/moby/buildkit/frontend/gateway/client"
	gatewaypb "github.com/moby/buildkit/frontend/gateway/pb"
	"github.com/moby/buildkit/frontend/subrequests/lint"
	"github.com/moby/buildkit/solver/pb"
	dockerspec "github.com/moby/docker-image-spec/specs-go/v1"
	digest "github.com/opencontainers/go-digest"
	ocispecs "github.com/opencontainers/image-spec/specs-go/v1"
	fstypes "github.com/tonistiigi/fsutil/types"

	ours "github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// builder is a gateway without a builder behind it: of the context it reads files, of an image it tells an empty configuration with the
// variables that are known, and it builds nothing.
type builder struct {
	files      fs.FS
	dockerfile string
}

// options is how the builder is told to take a Dockerfile: with all checks, those included that are still an experiment, and whatever
// the file itself says about checks.
func (b *builder) options(text []byte) (dockerfile2llb.ConvertOpt, error) {
	client, err := dockerui.NewClient(b)
	if err != nil {
		return dockerfile2llb.ConvertOpt{}, err
	}
	// This also finds the ignore file that has the Dockerfile's name.
	if _, err := client.ReadEntrypoint(context.Background(), "Dockerfile"); err != nil {
		return dockerfile2llb.ConvertOpt{}, err
	}
	source := llb.NewSourceMap(nil, b.dockerfile, "Dockerfile", text)
	source.Definition = &llb.Definition{}
	return dockerfile2llb.ConvertOpt{
		Config:       client.Config,
		Client:       client,
		SourceMap:    source,
		MetaResolver: b,
	}, nil
}

// check is what docker build --check says.
func (b *builder) check(text []byte) (*lint.LintResults, error) {
	o, err := b.options(text)
	if err != nil {
		return nil, err
	}
	return dockerfile2llb.DockerfileLint(context.Background(), text, o)
}

// build is the configuration of the image that would be built.
func (b *builder) build(text []byte) (*dockerspec.DockerOCIImage, error) {
	o, err := b.options(text)
	if err != nil {
		return nil, err
	}
	result, err := dockerfile2llb.Dockerfile2LLB(context.Background(), text, o)
	if err != nil {
		return nil, err
	}
	return result.Image, nil
}

func (b *builder) BuildOpts() gateway.BuildOpts {
	return gateway.BuildOpts{
		Opts: map[string]string{
			"filename":                            b.dockerfile,
			"build-arg:BUILDKIT_DOCKERFILE_CHECK": "experimental=all",
		},
		Workers: []gateway.WorkerInfo{{Platforms: []ocispecs.Platform{{OS: "linux", Architecture: "amd64"}}}},
		LLBCaps: pb.Caps.CapSet(pb.Caps.All()),
		Caps:    gatewaypb.Caps.CapSet(gatewaypb.Caps.All()),
	}
}

func (b *builder) Solve(context.Context, gateway.SolveRequest) (*gateway.Result, error) {
	r := gateway.NewResult()
	r.SetRef(folder{b})
	return r, nil
}

func (b *builder) ResolveImageConfig(_ context.Context, name string, o sourceresolver.Opt) (string, digest.Digest, []byte, error) {
	image := dockerspec.DockerOCIImage{}
	image.Platform = *o.ImageOpt.Platform
	image.RootFS.DiffIDs = []digest.Digest{digest.FromString(name)}
	image.Config.Env = []string{"PATH=/bin"}
	names, _ := variables(name)
	for _, variable := range names {
		image.Config.Env = append(image.Config.Env, variable+"=x")
	}
	config, err := json.Marshal(image)
	return name, digest.FromString(name), config, err
}

// variables is the variables that an image is known to set.
func variables(name string) ([]string, bool) {
	named, err := reference.ParseNormalizedNamed(name)
	if err != nil {
		return nil, false
	}
	return knowledge.BaseImages.Variables(ours.ParseImage(reference.FamiliarString(named)))
}

var errNothing = errors.New("nothing is built here")

func (b *builder) ResolveSourceMetadata(context.Context, *pb.SourceOp, sourceresolver.Opt) (*sourceresolver.MetaResponse, error) {
	return nil, errNothing
}
func (b *builder) Inputs(context.Context) (map[string]llb.State, error) { return nil, nil }
func (b *builder) NewContainer(context.Context, gateway.NewContainerRequest) (gateway.Container, error) {
	return nil, errNothing
}
func (b *builder) Warn(context.Context, digest.Digest, string, gateway.WarnOpts) error { return nil }

// folder is what a builder would have of the context. Of the Dockerfile itself nothing is read from there.
type folder struct{ b *builder }

func (f folder) ReadFile(_ context.Context, r gateway.ReadRequest) ([]byte, error) {
	switch {
	case r.Filename == f.b.dockerfile:
		return []byte("FROM scratch"), nil
	case f.b.files == nil:
		return nil, fs.ErrNotExist
	}
	return fs.ReadFile(f.b.files, r.Filename)
}
func (f folder) ToState() (llb.State, error)    { return llb.Scratch(), nil }
func (f folder) Evaluate(context.Context) error { return nil }
func (f folder) StatFile(context.Context, gateway.StatRequest) (*fstypes.Stat, error) {
	return nil, errNothing
}
func (f folder) ReadDir(context.Context, gateway.ReadDirRequest) ([]*fstypes.Stat, error) {
	return nil, errNothing
}
