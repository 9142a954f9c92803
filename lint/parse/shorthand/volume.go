package shorthand

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Volume is [SOURCE:]TARGET[:OPTIONS] (https://docs.docker.com/engine/storage/bind-mounts/#options-for---volume).
type Volume struct {
	Type           lint.MountType
	Source, Target Part
	Options        []Part // between commas
	// Of the options, the last that says of writing, and what it says.
	Access     Part
	IsReadOnly bool
	// Propagation is the last option that says how mounts within the volume spread.
	Propagation Part
	// AccessHidden tells that what is not known may say otherwise of writing, or say something of it; PropagationHidden of spreading.
	AccessHidden, PropagationHidden bool
}

// ReadVolume takes a volume apart. docker and docker compose do it alike, by what is ParseVolume of github.com/docker/cli/cli/compose/loader
// and of github.com/compose-spec/compose-go/v2/format.
func ReadVolume(t Text) Volume {
	parts := drives(t.string, t.split(t.whole(), ':'))
	volume := Volume{Type: lint.VolumeMount, Target: parts[0]}
	if len(parts) > 1 {
		volume.Source, volume.Target = parts[0], parts[1]
	}
	switch {
	case !volume.Source.Exists() && t.vague(volume.Target): // which can hold all of it
		volume.Type, volume.Source = lint.OtherMount, volume.Target
	case isPath(volume.Source.Of(t.string)):
		volume.Type = lint.BindMount
	case volume.Source.Exists() && t.vague(Part{volume.Source.Start, volume.Source.Start + 1}): // a path or a name
		volume.Type = lint.OtherMount
	}
	if len(parts) > 2 {
		volume.Options = t.split(Part{parts[2].Start, len(t.string)}, ',')
		volume.readOptions(t)
	} else if t.vague(volume.Target) {
		volume.AccessHidden, volume.PropagationHidden = true, true
	}
	return volume
}

// ReadTmpfs takes a file system in memory apart: TARGET[:OPTIONS] (https://docs.docker.com/engine/storage/tmpfs/#options-for---tmpfs).
func ReadTmpfs(t Text) Volume {
	parts := t.split(t.whole(), ':')
	volume := Volume{Type: lint.TmpfsMount, Target: parts[0]}
	if len(parts) > 1 {
		volume.Options = t.split(parts[1], ',')
		volume.readOptions(t)
	}
	return volume
}

func (v *Volume) readOptions(t Text) {
	for _, option := range v.Options {
		readOnly, said := isReadOnly(option.Of(t.string), t.form)
		switch {
		case said:
			v.Access, v.IsReadOnly, v.AccessHidden = option, readOnly, false
		case isPropagation(option.Of(t.string)):
			v.Propagation, v.PropagationHidden = option, false
		case t.vague(option):
			v.Access, v.AccessHidden, v.PropagationHidden = option, true, true
		}
	}
}

// Cut is what goes with one of the options: it and a comma or, where it is the only one, the colon before.
func (v Volume) Cut(option Part) Part {
	if len(v.Options) > 1 && option == v.Options[0] {
		return Part{option.Start, option.End + 1}
	}
	return Part{option.Start - 1, option.End}
}

// drives joins the letter of a Windows drive and its path: one letter before a colon is no name.
func drives(text string, parts []Part) []Part {
	joined := parts[:0:0]
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		if i+1 < len(parts) && len(p.Of(text)) == 1 && isLetter(text[p.Start]) {
			i++
			p.End = parts[i].End
		}
		joined = append(joined, p)
	}
	return joined
}

// isPath tells whether the source of a volume is a path of the host rather than a volume's name.
func isPath(source string) bool {
	return source != "" && strings.Contains("/.~", source[:1]) || strings.HasPrefix(source, `\\`) ||
		len(source) > 1 && source[1] == ':' && isLetter(source[0])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// isReadOnly tells what an option of a volume says of writing; false if it says nothing of it. Compose files know the first two
// words alone, and pay others no heed.
func isReadOnly(option string, form Form) (readOnly, said bool) {
	switch option {
	case "ro":
		return true, true
	case "rw":
		return false, true
	case "readonly", "rro":
		return true, form == CommandLine
	}
	return false, false
}

// isPropagation tells whether an option of a volume says how mounts within it spread.
func isPropagation(option string) bool {
	switch option {
	case "shared", "rshared", "slave", "rslave", "private", "rprivate":
		return true
	}
	return false
}
