package parse

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestMarkBuilt(t *testing.T) {
	tests := []struct {
		name, file, text string
		built            string // the images of the containers that run what is built here
	}{
		{"compose", "compose.yaml", "services:\n  a: {build: ., image: shop}\n  b: {image: 'shop:latest'}\n  c: {image: other}\n  d: {image: 'shop:2'}\n", "shop shop:latest"},
		{"nothing is built", "compose.yaml", "services:\n  a: {image: shop}\n", ""},
		{"name of a build", "s.sh", "docker build --tag shop .\ndocker run shop\ndocker run other\n", "shop"},
		{"all spellings", "s.sh", "docker build -t a -tb --tag=c -t=d:latest .\ndocker run a; docker run b; docker run c; docker run d; docker run t\n", "a b c d"},
		{"registry", "s.sh", "docker build -t registry.example.com/shop .\ndocker run registry.example.com/shop\ndocker run shop\n", "registry.example.com/shop"},
		{"buildx", "s.sh", "docker buildx build --load -t shop .\nsudo docker run shop\n", "shop"},
		{"tag", "s.sh", "docker tag source target\ndocker run source\ndocker run target\n", "target"},
		{"commit", "s.sh", "docker container commit c snapshot\ndocker run snapshot\ndocker run c\n", "snapshot"},
		{"value of another option", "s.sh", "docker build --target -t --label -t=a . --tag b\ndocker run a; docker run b\n", "b"},
		{"global options", "s.sh", "docker --context ci -H tcp://b:2376 build -t a .\nbuildah bud -t b .\ndocker run a; docker run b\n", "a b"},
		{"variable", "s.sh", "IMAGE=shop\ndocker build -t $IMAGE .\ndocker run shop\n", "shop"},
		{"unknown", "s.sh", "docker build -t \"$1\" .\ndocker run shop\n", ""},
		{"other words", "s.sh", "docker build --target shop .\ndocker build -t\ndocker run shop\necho docker build -t shop .\n", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var built []string
			for _, u := range File(lint.NewFile(test.file, []byte(test.text)), nil) {
				for _, c := range u.Containers() {
					if c.Built {
						built = append(built, c.Image.V.Familiar())
					}
				}
			}
			if got := strings.Join(built, " "); got != test.built {
				t.Errorf("got %q, want %q", got, test.built)
			}
		})
	}
}
