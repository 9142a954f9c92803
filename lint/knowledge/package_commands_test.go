package knowledge_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// read is the first command of a piece of shell.
func read(text string) *lint.Command {
	f := lint.NewFile("x.sh", []byte(text))
	return shell.Read(shell.Stretch(lint.Span{File: f, End: len(text)})).Commands[0]
}

func texts(words []lint.Word) string {
	var all []string
	for _, w := range words {
		all = append(all, w.Text)
	}
	return strings.Join(all, " ")
}

var actions = [...]string{"install", "update", "upgrade", "upgrade release", "remove", "clean"}

func TestReadPackageCommand(t *testing.T) {
	tests := []struct{ text, want string }{
		{"apt-get install -y curl git", "apt install at install: curl git"},
		{"apt-get -o Acquire::Retries=3 -t bookworm-backports install -yt stable curl", "apt install at install: curl"},
		{"apt full-upgrade", "apt upgrade release at full-upgrade: "},
		{"apt-get clean", "none"},
		{"apt-get distclean", "apt clean at distclean: "},
		{"apt-cache policy curl", "none"},
		{"apt-get --version", "none"},
		{"apk --no-cache add --virtual .build gcc", "apk install at add: gcc, refreshes"},
		{"apk -X https://example.com/main add -t .x gcc", "apk install at add: gcc"},
		{"apk add --update gcc", "apk install at add: gcc, refreshes"},
		{"yum -y --enablerepo epel install jq", "yum install at install: jq"},
		{"dnf module install -y nodejs:20", "dnf install at install: nodejs:20"},
		{"microdnf clean all", "dnf clean at all: "},
		{"yum clean packages", "none"},
		{"zypper -n in -r repo curl", "zypper install at in: curl"},
		{"pacman -Syu --noconfirm", "pacman upgrade at -Syu: , refreshes"},
		{"pacman -Sy", "pacman update at -Sy: "},
		{"pacman -Sy --needed gcc", "pacman install at -Sy: gcc, refreshes"},
		{"pacman -Scc", "pacman clean at -Scc: "},
		{"pacman -Ss gcc", "none"},
		{"pip3.12 install -r requirements.txt flask", "pip install at install: flask"},
		{"python3 -m pip install flask", "pip install at install: flask"},
		{"python3 setup.py -m pip install flask", "none"},
		{"python3 -m venv /venv", "none"},
		{"/venv/bin/pip install flask", "pip install at install: flask"},
		{"pipx install flask", "none"},
		{"pip cache purge", "pip clean at purge: "},
		{"npm i --unsafe-perm true -g left-pad", "npm install at i: left-pad"},
		{"npm ci", "none"},
		{"npm cache clean --force", "npm clean at clean: "},
		{"yarn", "yarn install at yarn: "},
		{"yarn --version", "none"},
		{"yarn build", "none"},
		{"yarn global add serve", "yarn install at add: serve"},
		{"gem install nokogiri -- --use-system-libraries lib", "gem install at install: nokogiri"},
		{"go install -ldflags '-s -w' example.com/a@v1", "go install at install: example.com/a@v1"},
		{"go run example.com/a@v1 install b", "go install at run: example.com/a@v1"},
		{"go build ./...", "none"},
		{"apt-get $VERB curl", "none"},
		{"install curl", "none"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			got := "none"
			if p, ok := knowledge.ReadPackageCommand(read(test.text)); ok {
				got = fmt.Sprintf("%s %s at %s: %s", p.Manager.Name, actions[p.Action], p.Verb.Text, texts(p.Packages))
				if p.Refreshes {
					got += ", refreshes"
				}
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestUnpinned(t *testing.T) {
	tests := []struct{ text, want string }{
		{"apt-get install a b=1.2-3 c/bookworm ./d.deb /tmp/e.deb f- g++", "a g++"},
		{"apt-get install -t stable a", "a"},
		{"apt-get install https://example.com/a.deb", ""},
		{"apt-get build-dep a", ""},
		{"apt-get install $A php$B-fpm ${C[@]} d", "d"},
		{"apt-get remove a", ""},
		{"apk add a b=1.2-r0 c~1.2 'd>1' !e ./f.apk g@edge", "a g@edge"},
		{"apk add --virtual .deps a=1", ""},
		{"yum install -y httpd httpd-2.4.6 httpd-2.4.6-97.el7.x86_64 java-11-openjdk @tools x.rpm https://example.com/y-release.rpm", "httpd java-11-openjdk"},
		{"yum groupinstall 'Development Tools'", ""},
		{"dnf module install nodejs:20 ruby", "ruby"},
		{"zypper in a b=1 'c>=2' d.rpm", "a"},
		{"zypper in -t pattern devel_basis", ""},
		{"pip install a b==1 'c>=1' d[x] e[x]==1 'f~=2' . .[dev] ./g h.whl https://example.com/i.tar.gz", "a d[x]"},
		{"pip install -r r.txt -e . --index-url https://example.com/simple --trusted-host example.com a", "a"},
		{"pip install -c constraints.txt a", ""},
		{"pip install --no-index --find-links /wheels a", ""},
		{"pip install git+https://example.com/a.git@0f3c git+ssh://git@example.com/b.git git+https://example.com/c#egg=c 'd @ https://example.com/d.zip'",
			"git+ssh://git@example.com/b.git git+https://example.com/c#egg=c"},
		{"npm install", ""},
		{"npm install a b@1 @s/c @s/d@1 e@latest f@^2 ./g h.tgz https://example.com/i.tgz", "a @s/c e@latest"},
		{"npm install git+https://example.com/a.git git+https://example.com/b.git#v1 me/c me/d#1f2e git://example.com/e.git", "git+https://example.com/a.git me/c git://example.com/e.git"},
		{"gem install a b:1 c.gem", "a"},
		{"gem install a -v 1.2", ""},
		{"gem install a -v 1.2 b", "b"},
		{"go install example.com/a example.com/b@v1.2.3 example.com/c@latest ./d cmd/vet ./...", "example.com/a example.com/c@latest"},
		{"go run main.go", ""},
		{"yarn add a", ""},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			p, ok := knowledge.ReadPackageCommand(read(test.text))
			if got := texts(p.Unpinned()); !ok || got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestAsks(t *testing.T) {
	tests := []struct {
		text string
		want bool
	}{
		{"apt-get install a", true},
		{"apt-get install -y a", false},
		{"apt-get -qq install a", false},
		{"apt-get -q -q install a", false},
		{"apt-get --quiet=2 install a", false},
		{"apt-get -q=2 install a", false},
		{"apt-get -q install a", true},
		{"apt-get -yqq install a", false},
		{"apt-get -o APT::Get::Assume-Yes=true install a", false},
		{"apt-get -s install a", false},
		{"apt-get upgrade", true},
		{"apt-get update", false},
		{"apt-get remove a", true},
		{"dnf install -vy a", false},
		{"dnf --setopt=assumeyes=1 install a", false},
		{"yum install --downloadonly a", true},
		{"tdnf install a", true},
		{"zypper -n install a", false},
		{"zypper in -y a", false},
		{"zypper in a", true},
		{"pacman -S a", true},
		{"pacman -S --noconfirm a", false},
		{"apk add a", false},
		{"pip install a", false},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			p, ok := knowledge.ReadPackageCommand(read(test.text))
			if !ok || p.Asks() != test.want {
				t.Errorf("got %v", p.Asks())
			}
		})
	}
}
