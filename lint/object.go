package lint

// Object is one Kubernetes object as a positioned tree.
type Object struct {
	APIVersion, Kind, Name, Namespace Val[string]
	Root                              *Node
	Pods                              []*Pod // what it runs
	// ReadText and ReadBool are how its format reads a text and a truth value.
	ReadText func(*Node) (string, State)
	ReadBool func(*Node) (bool, State)
}

// String is "Kind/name", or the kind alone.
func (o *Object) String() string {
	if o.Name.V == "" {
		return Label(o.Kind.V)
	}
	return Label(o.Kind.V) + "/" + Label(o.Name.V)
}

// Text is the text that stands at a path of keys.
func (o *Object) Text(path ...string) Val[string] { return Read(o.field(path), o.ReadText) }

// Bool is the truth value that stands at a path of keys.
func (o *Object) Bool(path ...string) Val[bool] { return Read(o.field(path), o.ReadBool) }

// Texts is the list of texts that stands at a path of keys.
func (o *Object) Texts(path ...string) List[Val[string]] { return ReadList(o.field(path), o.ReadText) }

func (o *Object) field(path []string) Field {
	f := Root(o.Root)
	for _, key := range path {
		f = f.Get(key)
	}
	return f
}
