package compose

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/compose-spec/compose-go/v2/types"

	"github.com/stridelint/stridelint/lint"
)

func (c *comparison) mounts() {
	s := c.service
	if c.container.Mounts.State == lint.Unknown {
		c.unknown++
		return
	}
	theirs := map[string]string{}
	for _, v := range append(c.taken(s, nil), s.Volumes...) {
		propagation := ""
		if v.Bind != nil {
			propagation = v.Bind.Propagation
		}
		source := v.Source
		if v.Type == types.VolumeTypeBind && strings.HasPrefix(source, c.root) {
			source, _ = filepath.Rel(c.root, source)
		} else if home, err := os.UserHomeDir(); err == nil && v.Type == types.VolumeTypeBind {
			source = strings.Replace(source, home, "~", 1)
		}
		if v.Type == "npipe" {
			v.Type = types.VolumeTypeBind
		}
		theirs[filepath.Clean(v.Target)] = fmt.Sprint(v.Type, source, v.ReadOnly, propagation)
	}
	for _, target := range s.Tmpfs {
		target, options, _ := strings.Cut(target, ":")
		theirs[filepath.Clean(target)] = fmt.Sprint(types.VolumeTypeTmpfs, "", slices.Contains(strings.Split(options, ","), "ro"), "")
	}
	if s.UseAPISocket {
		theirs["/var/run/docker.sock"] = fmt.Sprint(types.VolumeTypeBind, "/var/run/docker.sock", false, "")
	}
	for _, m := range c.container.Mounts.Items {
		if max(m.Source.State, m.Target.State, m.ReadOnly.State, m.Propagation.State) == lint.Unknown {
			c.unknown++
			delete(theirs, filepath.Clean(m.Target.V))
			continue
		}
		source := m.Source.V
		if m.Type == lint.BindMount && strings.HasPrefix(source, ".") {
			source = c.resolve(m.Source, theirs[filepath.Clean(m.Target.V)])
		}
		kind := [...]string{types.VolumeTypeVolume, types.VolumeTypeBind, types.VolumeTypeTmpfs, types.VolumeTypeImage}[m.Type]
		c.agree("mount "+m.Target.V, fmt.Sprint(kind, source, m.ReadOnly.V, m.Propagation.V), theirs[filepath.Clean(m.Target.V)])
		delete(theirs, filepath.Clean(m.Target.V))
	}
	if c.unknown == 0 || len(theirs) == 0 {
		c.agree("further mounts", keys(theirs), "")
	}
}

// taken is what a service takes of the volumes of others, as the engine has it: what comes later takes the place of what has the same
// target, and what is mounted read-only stays so. Compose itself leaves it to the engine.
func (c *comparison) taken(s types.ServiceConfig, behind []string) []types.ServiceVolumeConfig {
	var all []types.ServiceVolumeConfig
	for _, from := range s.VolumesFrom {
		name, mode, _ := strings.Cut(from, ":")
		other := c.project.Services[name]
		if name == "container" {
			name, mode, _ = strings.Cut(mode, ":")
			for _, service := range c.project.Services {
				if service.ContainerName == name {
					other = service
				}
			}
		}
		if slices.Contains(behind, other.Name) {
			continue
		}
		of := append(c.taken(other, append(behind, other.Name)), slices.Clone(other.Volumes)...)
		if other.UseAPISocket {
			of = append(of, types.ServiceVolumeConfig{Type: types.VolumeTypeBind, Source: "/var/run/docker.sock", Target: "/var/run/docker.sock"})
		}
		for _, v := range of {
			v.ReadOnly = v.ReadOnly || mode == "ro"
			all = append(all, v)
		}
	}
	return all
}

// resolve is a relative path below the root. It starts where its file stands or, in one of several files of a project, where the
// first of them does.
func (c *comparison) resolve(path lint.Val[string], theirs string) string {
	below := ""
	for _, file := range []string{c.unit.File.Path, path.Value.File.Path} {
		below, _ = filepath.Rel(c.root, filepath.Join(filepath.Dir(file), path.V))
		if strings.Contains(theirs, below+"false") || strings.Contains(theirs, below+"true") {
			break
		}
	}
	return below
}

func (c *comparison) ports() {
	s := c.service
	if c.container.Ports.State == lint.Unknown {
		c.unknown++
		return
	}
	var ours, theirs []string
	for _, p := range c.container.Ports.Items {
		if !p.Published.V {
			continue
		}
		if max(p.Container.State, p.Host.State, p.Address.State) >= lint.Unknown || p.Protocol == "" {
			c.unknown++
			return
		}
		ours = append(ours, spread(p)...)
	}
	for _, p := range s.Ports {
		published := p.Published
		if published == "0" {
			published = ""
		}
		theirs = append(theirs, fmt.Sprintf("%s %s %d %s", p.HostIP, published, p.Target, strings.ToLower(p.Protocol)))
	}
	c.sets("ports", ours, theirs)
	ours = nil
	for _, p := range c.container.Ports.Items {
		if !p.Published.V {
			ours = append(ours, p.Entry.V)
		}
	}
	c.sets("expose", ours, s.Expose)
}

// spread is a port for each of its range, as compose-go has them.
func spread(p lint.Port) []string {
	var all []string
	for i := uint32(0); i <= uint32(p.Container.V.Last-p.Container.V.First); i++ {
		host := ""
		switch width := p.Host.V.Last - p.Host.V.First; {
		case !p.Host.Known():
		case width == 0:
			host = fmt.Sprint(p.Host.V.First)
		case width == p.Container.V.Last-p.Container.V.First:
			host = fmt.Sprint(uint32(p.Host.V.First) + i)
		default:
			host = fmt.Sprintf("%d-%d", p.Host.V.First, p.Host.V.Last)
		}
		all = append(all, fmt.Sprintf("%s %s %d %s", p.Address.V, host, uint32(p.Container.V.First)+i, p.Protocol))
	}
	return all
}
