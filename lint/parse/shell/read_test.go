package shell

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// describe is the commands as lines: the program, then the words. An unknown word has a ? before it, one that can be any
// number of words a *, and one that a variable brings is followed by «where it is written».
func describe(commands []*lint.Command) string {
	var lines []string
	for _, c := range commands {
		line := c.Program + ":"
		for _, w := range c.Words {
			line += " "
			switch {
			case w.Many:
				line += "*"
			case w.State == lint.Unknown:
				line += "?"
			}
			line += w.Text
			if !w.Origin.IsZero() {
				line += "«" + w.Origin.Text() + "»"
			}
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func read(text string) *Script {
	f := lint.NewFile("x.sh", []byte(text))
	return Read(Stretch(lint.Span{File: f, End: len(text)}))
}

func TestStructure(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"list", "a b; c && d || e & f", "a: a b\nc: c\nd: d\ne: e\nf: f"},
		{"pipe", "a | b |& c", "a: a\nb: b\nc: c"},
		{"groups", "( a ); { b; }; ! c", "a: a\nb: b\nc: c"},
		{"function", "f() { a; }\nfunction g { b; }", "a: a\nb: b"},
		{"if", "if a; then b; elif c; then d; else e; fi", "a: a\nb: b\nc: c\nd: d\ne: e"},
		{"loops", "for x in 1; do a; done; while b; do c; done; until d; do e; done; select y in 1; do f; done", "a: a\nb: b\nc: c\nd: d\ne: e\nf: f"},
		{"case", "case $x in a) b ;; *) c ;; esac", "b: b\nc: c"},
		{"substitutions", "a $(b) `c` <(d) \"$(e)\" ${x:-$(f)}", "a: a *$(b) *`c` ?<(d) ?$(e) *${x:-$(f)}\nb: b\nc: c\nd: d\ne: e\nf: f"},
		{"in an assignment", "x=$(a)", "a: a"},
		{"in a declaration", "export x=$(a)", "a: a"},
		{"in a here-document", "a <<EOF\n$(b)\nEOF\nc", "a: a\nb: b\nc: c"},
		{"in a quoted here-document", "a <<'EOF'\n$(b)\nEOF\nc", "a: a\nc: c"},
		{"arithmetic", "((x = $(a)))", "a: a"},
		{"test", "[[ $(a) == b ]] && [ c ]", "a: a\n[: [ c ]"},
		{"time", "time a; time -p b", "a: a\nb: b"},
		{"coprocess", "coproc a", "a: a"},
		{"redirections", "a >b 2>&1 c <d", "a: a c"},
		{"comments", "a # b\n# c\nd", "a: a\nd: d"},
		{"continuation", "a \\\n  b\\\nc", "a: a bc"},
		{"carriage returns", "a \\\r\n  b\r\nc\r\n", "a: a b\nc: c"},
		{"broken end", "a\nb $(\n", "a: a"},
		{"broken middle", "a\nif\nthen )\nb", "a: a"},
		{"nothing", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := describe(read(test.text).Commands); got != test.want {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestWords(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"quotes", `'b c' "d e" f'g'"h"`, "b c d e fgh"},
		{"empty", `'' ""`, " "},
		{"escapes", `b\ c "d\"e\$f\g" 'h\i'`, `b c d"e$f\g h\i`},
		{"dollar quotes", `$'b' $'c\td' $"e"`, `b ?$'c\td' e`},
		{"expansions", `$b ${b} $b$b x$b "$b" "x$b" "${b:-c}"`, "*$b *${b} *$b$b ?x$b ?$b ?x$b ?${b:-c}"},
		{"lists", `"$@" "$*" "${b[@]}" "${b[*]}" "${!b@}" "x$@"`, "*$@ ?$* *${b[@]} ?${b[*]} *${!b@} ?x$@"},
		{"numbers", `$((1+2)) x$((1))`, "?$((1+2)) ?x$((1))"},
		{"braces", `b{c,d} {1..3} {e} {{.F}} '{g,h}'`, "*b{c,d} *{1..3} {e} {{.F}} {g,h}"},
		{"patterns", `*.txt ~/b [c] d?`, "*.txt ~/b [c] d?"},
		{"other letters", "é '日本'", "é 日本"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got, want := describe(read("a "+test.text).Commands), "a: a "+test.want; !strings.HasPrefix(got+"\n", want+"\n") {
				t.Errorf("\n got %q\nwant %q", got, want)
			}
		})
	}
}

// TestBodies proves which here-documents are scripts.
func TestBodies(t *testing.T) {
	tests := []struct{ text, want string }{
		{"bash <<E\na $B \"c\"\nE\nd", "bash: bash\na: a *$B c\nd: d"},
		{"sudo sh -s x <<'E'\na $B\nE", "sh: sh -s x\na: a *$B"},
		{"sh <<-E\n\ta\n\tE\nb", "sh: sh\na: a\nb: b"},
		{"ssh -T host <<\\E\na \\\"b\nE", "ssh: ssh -T host\na: a \"b"},
		{"ssh host sudo bash -s <<E\na\nE", "ssh: ssh host sudo bash -s\nbash: bash -s\na: a"},
		{"ssh host a <<E\nb\nE", "ssh: ssh host a\na: a"},
		{"bash a.sh <<E\nb\nE", "bash: bash a.sh"},
		{"cat <<E\nb\nE", "cat: cat"},
		{"cat <<E | ssh host sudo bash\na $B\nE", "cat: cat\nssh: ssh host sudo bash\nbash: bash\na: a *$B"},
		{"cat <<'E' |\na\nE\nbash -e", "cat: cat\nbash: bash -e\na: a"},
		{"cat <<E | bash a.sh\nb\nE", "cat: cat\nbash: bash a.sh"},
		{"cat x - <<E | bash\nb\nE", "cat: cat x -\nbash: bash"},
		{"cat <<E | tee x | bash\nb\nE", "cat: cat\ntee: tee x\nbash: bash"},
		{"bash 3<<E\nb\nE", "bash: bash"},
		{"bash <<E\nE", "bash: bash"},
		{"bash <<E\nbash <<F\na\nF\nE", "bash: bash\nbash: bash\na: a"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if got := describe(read(test.text).Commands); got != test.want {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

func TestProgram(t *testing.T) {
	tests := []struct{ text, want string }{
		{"/usr/bin/docker ps", "docker: /usr/bin/docker ps"},
		{"docker.exe ps", "docker: docker.exe ps"},
		{"sudo docker ps", "docker: docker ps"},
		{"sudo -E -u root docker ps", "docker: docker ps"},
		{"sudo -nu root -- docker ps", "docker: docker ps"},
		{"sudo --user root --preserve-env=PATH docker ps", "docker: docker ps"},
		{"sudo -H A=b C=d docker ps", "docker: docker ps"},
		{"sudo $OPTS docker ps", "docker: docker ps"},
		{"sudo -i", "sudo: sudo -i"},
		{"env A=b docker ps", "docker: docker ps"},
		{"env -i -u A - docker ps", "docker: docker ps"},
		{"command docker ps", "docker: docker ps"},
		{"command -v docker", "command: command -v docker"},
		{"exec docker ps", "docker: docker ps"},
		{"exec -a name docker ps", "docker: docker ps"},
		{"exec >log", "exec: exec"},
		{"nohup nice -n 10 ionice -c3 docker ps", "docker: docker ps"},
		{"/usr/bin/time -f %e docker ps", "docker: docker ps"},
		{"timeout -k 5 60s docker ps", "docker: docker ps"},
		{"timeout $SECONDS docker ps", "docker: docker ps"},
		{"stdbuf -oL docker ps", "docker: docker ps"},
		{"A=b sudo env C=d nohup docker ps", "docker: docker ps"},
		{"$(which docker) ps", "docker: *$(which docker) ps\nwhich: which docker"},
		{"\"$(command -v podman)\" ps", "podman: ?$(command -v podman) ps\ncommand: command -v podman"},
		{"$(find docker) ps", ": *$(find docker) ps\nfind: find docker"},
		{"$SUDO docker ps", "docker: docker ps"},
		{"$SUDO kubectl get pods", ": *$SUDO kubectl get pods"},
		{"\"$DOCKER\" ps", ": ?$DOCKER ps"},
		{"\"${DOCKER:-docker}\" ps", "docker: ?${DOCKER:-docker} ps"},
		{"${TOOL:-kubectl} get pods", ": *${TOOL:-kubectl} get pods"},
		{"A=${B:-podman}\n$A ps", "podman: *$A ps"},
		{"A=$(command -v nerdctl)\n\"$A\" ps", "command: command -v nerdctl\nnerdctl: ?$A ps"},
		{"A=${B:-podman}\nA=$1\n$A ps", ": *$A ps"},
		{"xargs docker rm", "docker: docker rm *"},
		{"xargs -r -n 1 -I{} docker run --name {} x{}", "docker: docker run --name ?{} ?x{}"},
		{"xargs -I % docker rm %", "docker: docker rm ?%"},
		{"xargs rm -f", "rm: rm -f *"},
		{"busybox wget -q x", "wget: wget -q x"},
		{"busybox --install -s", "busybox: busybox --install -s"},
		{"xargs", "xargs: xargs"},
		{"flock -w 5 /tmp/lock docker ps", "docker: docker ps"},
		{"gosu app docker ps", "docker: docker ps"},
		{"ssh -i key -p 22 root@host docker ps", "ssh: ssh -i key -p 22 root@host docker ps\ndocker: docker ps"},
		{"ssh -t host sudo docker ps", "ssh: ssh -t host sudo docker ps\ndocker: docker ps"},
		{"ssh a ssh b docker ps", "ssh: ssh a ssh b docker ps\nssh: ssh b docker ps\ndocker: docker ps"},
		{"su - app -c 'docker ps'", "su: su - app -c docker ps\ndocker: docker ps"},
		{"su -c 'docker ps' app", "su: su -c docker ps app\ndocker: docker ps"},
		{"su app", "su: su app"},
		{"ssh host", "ssh: ssh host"},
		{"ssh -N -L 80:a:80 host", "ssh: ssh -N -L 80:a:80 host"},
		{"ssh host 'cd /srv; docker ps -a' ", "ssh: ssh host cd /srv; docker ps -a\ncd: cd /srv\ndocker: docker ps -a"},
		{"ssh host \"docker rm $NAME\"", "ssh: ssh host ?docker rm $NAME\ndocker: docker rm *$NAME"},
		{"sudo sudo sudo docker ps", "docker: docker ps"},
		{"eval docker ps $A", "docker: docker ps *$A"},
		{"eval \"docker ps -f '$A'; b\"", "eval: eval ?docker ps -f '$A'; b\ndocker: docker ps -f ?$A\nb: b"},
		{"eval \"$A\"", "eval: eval ?$A"},
		{"eval", "eval: eval"},
		{"run() { \"$@\"; }\nrun docker ps", ": *$@\ndocker: docker ps"},
		{"run sudo -u a docker ps\nfunction run { if ! \"$@\"; then :; fi; }", "docker: docker ps\n: *$@\n:: :"},
		{"run() { \"$@\"; }\nrun ls docker ps", ": *$@\nrun: run ls docker ps"},
		{"run() { shift 2; until \"$@\"; do :; done; }\nrun 3 x docker ps", "shift: shift 2\n: *$@\n:: :\ndocker: docker ps"},
		{"run() { inner() { \"$@\"; }; }\nrun docker ps", ": *$@\nrun: run docker ps"},
		{"run() { echo \"$@\"; }\nrun docker ps", "echo: echo *$@\nrun: run docker ps"},
		{"run() { :; }; \"$@\"\nrun docker ps", ":: :\n: *$@\nrun: run docker ps"},
	}
	for _, test := range tests {
		t.Run(test.text, func(t *testing.T) {
			if got := describe(read(test.text).Commands); got != test.want {
				t.Errorf("\n got %q\nwant %q", got, test.want)
			}
		})
	}
}

// TestVariables proves which variables are known: the last command's words tell.
func TestVariables(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"literal", "A=b\nx $A ${A} \"$A\" c$A", "x b«b» b«b» b«b» cb"},
		{"quoted", "A='b c'\nx \"$A\"", "x b c«b c»"},
		{"several words", "A='b  c'\nx $A", "x b«b» c«c»"},
		{"several words that are not in one piece", "A='b 'c\nx $A", "x *$A"},
		{"several words within a word", "A='b c'\nx d$A", "x ?d$A"},
		{"several words in quotes within a word", "A='b c'\nx \"d$A\"", "x db c"},
		{"no word", "A=\nx $A y", "x y"},
		{"an empty word", "A=\nx \"$A\" y", "x  y"},
		{"exported", "export A=b\nx $A", "x b«b»"},
		{"exported later", "A=b\nexport A\nx $A", "x b«b»"},
		{"readonly", "readonly A=b\nx $A", "x b«b»"},
		{"of another", "A=b\nB=$A/c\nx $B", "x b/c"},
		{"used in a function", "A=b\nf() { x $A; }", "x b«b»"},
		{"as the program", "A=/usr/bin/x\n$A b", "/usr/bin/x«/usr/bin/x» b"},
		{"escaped", "A=b\\ c\nx \"$A\"", "x b c"},

		{"used before", "x $A\nA=b", "x *$A"},
		{"assigned twice", "A=b\nA=c\nx $A", "x *$A"},
		{"appended to", "A=b\nA+=c\nx $A", "x *$A"},
		{"in a function", "f() { A=b; }\nx $A", "x *$A"},
		{"in a branch", "if y; then A=b; fi\nx $A", "x *$A"},
		{"in a list", "y && A=b\nx $A", "x *$A"},
		{"in a subshell", "(A=b)\nx $A", "x *$A"},
		{"in a loop", "for A in b; do :; done\nx $A", "x *$A"},
		{"also in a loop", "A=b\nfor A in c; do :; done\nx $A", "x *$A"},
		{"for one command", "A=b y\nx $A", "x *$A"},
		{"also for one command", "A=b\nA=c y\nx $A", "x *$A"},
		{"read", "A=b\nread -r A\nx $A", "x *$A"},
		{"printed", "A=b\nprintf -v A c\nx $A", "x *$A"},
		{"unset", "A=b\nunset A\nx $A", "x *$A"},
		{"by arithmetic", "A=1\n((A++))\nx $A", "x *$A"},
		{"by an expansion", "A=b\n: ${A:=c}\nx $A", "x *$A"},
		{"local", "A=b\nf() { local A; x $A; }", "x *$A"},
		{"declared", "declare A=b\nx $A", "x b«b»"},
		{"declared a number", "declare -i A=b\nx $A", "x *$A"},
		{"local, in a function", "f() { local A=b; if y; then x $A; fi; }", "x b«b»"},
		{"local, in another function", "f() { local A=b; }\ng() { x $A; }", "x *$A"},
		{"in the branch", "if y; then A=b; x $A; fi", "x b«b»"},
		{"behind the branch", "if y; then A=b; fi; x $A", "x *$A"},
		{"in the loop", "while y; do x $A; A=b; done", "x *$A"},
		{"sourced later", "A=b\n. ./env\nx $A", "x *$A"},
		{"sourced before", ". ./env\nA=b\nx $A", "x b«b»"},
		{"evaluated later", "A=b\neval \"$y\"\nx $A", "x *$A"},
		{"a list", "A=(b c)\nx $A \"${A[@]}\"", "x *$A b«b» c«c»"},
		{"a list without quotes", "A=(b 'c')\nx ${A[@]}", "x b«b» c«'c'»"},
		{"a list that is taken apart", "A=('b c')\nx ${A[@]}", "x *${A[@]}"},
		{"a list in one word", "A=(b c)\nx \"${A[*]}\"", "x ?${A[*]}"},
		{"a list over lines", "A=(\n  -b \"c d\" # why\n  -e \\\n  f\n)\nx \"${A[@]}\"", "x -b«-b» c d«\"c d\"» -e«-e» f«f»"},
		{"a list with what is not known", "A=(b \"$c\" $d)\nx \"${A[@]}\"", "x b«b» ?$c«\"$c\"» *$d«$d»"},
		{"a list of lists", "A=(b)\nB=(\"${A[@]}\" c)\nx \"${B[@]}\"", "x b«b» c«c»"},
		{"an empty list", "A=()\nx \"${A[@]}\" y", "x y"},
		{"a list that may be empty", "A=(b)\nx ${A[@]+\"${A[@]}\"}", "x b«b»"},
		{"a list, added to", "A=(b)\nA+=(c)\nx \"${A[@]}\"", "x b«b» c«c»"},
		{"a list, sometimes added to", "A=(b)\nif y; then A+=(c); fi\nA+=(d)\nx \"${A[@]}\"", "x b«b» *\"${A[@]}\" d«d»"},
		{"a list, put before", "A=(b)\n[ -t 0 ] && A=(-t \"${A[@]}\")\nx \"${A[@]}\"", "x b«b» *\"${A[@]}\""},
		{"a list, added to later", "A=(b)\nx \"${A[@]}\"\nA+=(c)", "x b«b» *\"${A[@]}\""},
		{"a list of a function", "f() { local -a A=(b); A+=(c); x \"${A[@]}\"; }", "x b«b» c«c»"},
		{"a list of another function", "f() { A=(b); }\nx \"${A[@]}\"", "x *${A[@]}"},
		{"a list that is assigned twice", "A=(b)\nA=(c)\nx \"${A[@]}\"", "x *${A[@]}"},
		{"an element that is assigned", "A=(b)\nA[0]=c\nx \"${A[@]}\"", "x *${A[@]}"},
		{"an element that is unset", "A=(b)\nunset 'A[0]'\nx \"${A[@]}\"", "x *${A[@]}"},
		{"a list that is read", "A=(b)\nmapfile -t A\nx \"${A[@]}\"", "x *${A[@]}"},
		{"elements of a list", "A=(b c)\nx \"${A[0]}\" \"${A[@]:1}\" \"${#A[@]}\"", "x ?${A[0]} *${A[@]:1} *${#A[@]}"},
		{"elements by their number", "A=([1]=b)\nx \"${A[@]}\"", "x *A=([1]=b)"},
		{"changed on the way", "A=b\nx ${A%b} ${#A} ${A:-c}", "x *${A%b} *${#A} *${A:-c}"},
		{"in the background", "A=b &\nx $A", "x *$A"},
		{"with an unknown part", "A=b$C\nx $A \"$A\"", "x ?b$C«b$C» ?$A"},
		{"with unknown parts among others", "A=\"-v $C:/c  -w '/d' $(e) f\"\nx $A", "x -v«-v» ?$C:/c«$C:/c» -w«-w» '/d'«'/d'» *$(e)«$(e)» f«f»"},
		{"nothing known", "A=$1\nx $A", "x *$A"},
		{"put behind itself", "A=b\nA=\"$A -c $D\"\nA+=' e'\nx $A \"$A\"", "x b«b» -c«-c» *$D«$D» e«e» ?$A"},
		{"put behind itself, sometimes", "A=b\nif y; then A=\"$A c\"; fi\nx $A", "x b«b» *$A"},
		{"put behind itself in a function", "f() { A=\"$A c\"; x $A; }\nA=b", "x *$A"},
		{"put behind what is inherited", "A=\"$A c\"\nx $A", "x *$A c«c»"},
		{"put before itself", "A=b\nA=\"c $A\"\nx $A", "x *$A"},
		{"made longer", "A=b\nA=\"$A,c\"\nx $A", "x *$A"},
		{"parameters", "x $1 \"$1\" $?", "x *$1 ?$1 *$?"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			commands := read(test.text).Commands
			for _, c := range commands {
				if c.Words[0].Text != "x" && c.Program != "x" {
					continue
				}
				if _, got, _ := strings.Cut(describe([]*lint.Command{c}), ": "); got != test.want {
					t.Errorf("\n got %q\nwant %q", got, test.want)
				}
				return
			}
			t.Fatal("no command x")
		})
	}
}

// TestInner proves what is read of scripts within words, with the places of their words.
func TestInner(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"single quotes", `sh -c 'a "b" c'`, `«a» «"b"» «c»`},
		{"double quotes", `bash -c "a b"`, `«a» «b»`},
		{"no quotes", `bash -c a`, `«a»`},
		{"pieces", `sh -c 'a '"b "c`, `«a» «b» «c»`},
		{"escaped quotes", `sh -c "a \"b c\" d"`, `«a» «\"b c\"» «d»`},
		{"escaped variable", `sh -c "a \$b"`, `«a» «\$b»`},
		{"line break", "sh -c \"a \\\n b\"", `«a» «b»`},
		{"variable", `sh -c "a $b c"`, `«a» «$b» «c»`},
		{"variable in quotes", `sh -c "a '$b' c"`, `«a» «'$b'» «c»`},
		{"substitution", `sh -c "a $(b) c"`, `«a» «$(b)» «c»`},
		{"options", `bash -l -o pipefail -euc 'a'`, `«a»`},
		{"login", `bash -lc "a"`, `«a»`},
		{"long options", `bash --norc --rcfile x -c 'a'`, `«a»`},
		{"wrapped", `sudo -u root sh -c 'a'`, `«a»`},
		{"within another", `sh -c "sh -c 'a b'"`, `«a» «b»`},
		{"within another, escaped", `sh -c "sh -c \"a \\\"b\\\"\""`, `«a» «\\\"b\\\"»`},
		{"dollar quotes", `sh -c $'a b'`, `«a» «b»`},
		{"dollar quotes with escapes", `sh -c $'a\tb'`, ""},
		{"backquotes", "x=`sh -c 'a b'`", `«a» «b»`},
		{"a file", `bash a -c b`, ""},
		{"nothing", `bash -c`, ""},
		{"more words", `sh -c 'a' b c`, `«a»`},
		{"no shell", `x -c 'a'`, ""},
		{"in a container", `sudo docker run --rm -v "$PWD:/x" image sh -ec 'a "b"'`, `«a» «"b"»`},
		{"in a running container", `podman exec -it web /bin/bash -c "a && c"`, `«a»`},
		{"in a service", `docker compose exec -T web sh -c "a b"`, `«a» «b»`},
		{"in a container, no shell", `docker run image x -c 'a'`, ""},
		{"in a container, an entrypoint's", `docker run image -c 'a'`, ""},
		{"in a container, a file", `docker run image sh a`, ""},
		{"carriage returns", "sh -c 'a \\\r\n b\r\n'", `«a» «b»`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var words []string
			for _, c := range read(test.text).Commands {
				if c.Words[0].Text == "a" {
					for _, w := range c.Words {
						words = append(words, "«"+w.Span.Text()+"»")
					}
				}
			}
			if got := strings.Join(words, " "); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestInnerUnknown(t *testing.T) {
	const want = "bash: bash -c ?a $b 'c$d' \"$e\" -f$g\na: a *$b ?c$d ?$e ?-f$g"
	if got := describe(read(`bash -c "a $b 'c$d' \"$e\" -f$g"`).Commands); got != want {
		t.Errorf("\n got %q\nwant %q", got, want)
	}
}

func TestAssignments(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "A=b", "A=b set «b»"},
		{"quoted", `A='b c' B="d"`, "A=b c set «'b c'»\nB=d set «\"d\"»"},
		{"exported", "export A=b C D='e'", "A=b set «b»\nD=e set «'e'»"},
		{"declared", "f() { local A=b; declare -x B=c; readonly C=d; }", "A=b set «b»\nB=c set «c»\nC=d set «d»"},
		{"for one command", "A=b c", "A=b set «b»"},
		{"empty", "A= B=''", "A= set «»\nB= set «''»"},
		{"with an expansion", `A=$B C="d$E" F=$(g)`, "A=$B unknown «$B»\nC=d$E unknown «\"d$E\"»\nF=$(g) unknown «$(g)»"},
		{"of a known variable", "A=b; C=$A", "A=b set «b»\nC=$A unknown «$A»"},
		{"with env", "env A=b 'C=d e' sh", "A=b set «b»\nC=d e set «d e»"},
		{"with sudo", `sudo A="b" sh`, "A=b set «b»"},
		{"with env, of a variable", "X=y\nenv A=$X B=z$X sh", "X=y set «y»\nA=y unknown «A=$X»\nB=zy unknown «B=z$X»"},
		{"appended", "A+=b", ""},
		{"lists", "A=(b c) D[1]=e", ""},
		{"within", "sh -c 'A=b'", "A=b set «b»"},
		{"words", "echo A=b", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var lines []string
			for _, a := range read(test.text).Assignments {
				lines = append(lines, fmt.Sprintf("%s=%s %s «%s»", a.Name, a.Value.V, a.Value.State, a.Value.Value.Text()))
				if a.Source != lint.ShellVar {
					t.Errorf("%s has source %d", a.Name, a.Source)
				}
			}
			if got := strings.Join(lines, "\n"); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}

// TestCommandSpan proves that a command's place is all of it: wrappers and assignments, but no redirections.
func TestCommandSpan(t *testing.T) {
	const want = "A=b sudo docker run \\\n  nginx"
	commands := read("if x; then\n\t" + want + " >log 2>&1; fi").Commands
	if got := commands[1].Span.Text(); got != want {
		t.Errorf("got %q", got)
	}
}

// TestSource reads shell text that stands elsewhere in another form: as a build file has it, with its own escapes and a comment in between.
func TestSource(t *testing.T) {
	const file = "run: docker run `\n  # note\n  --pid=host %{tool}nginx\n"
	f := lint.NewFile("x", []byte(file))
	src := Source{File: f}
	put := func(text string, start, end int) {
		for i := range len(text) {
			place := Place{start, end}
			if len(text) == end-start {
				place = Place{start + i, start + i + 1}
			}
			src.Text = append(src.Text, text[i])
			src.Places = append(src.Places, place)
		}
	}
	put("docker run ", 5, 16)
	put("  --pid=host ", 27, 40)
	put(string(Foreign), 40, 47)
	put("nginx", 47, 52)
	s := Read(src)
	if got, want := describe(s.Commands), "docker: docker run --pid=host ?%{tool}nginx"; got != want {
		t.Fatalf("got %q, want %q", got, want)
	}
	pod := s.Pods[0]
	if got := pod.HostPID.Value.Text(); got != "--pid=host" || !pod.HostPID.Is(true) {
		t.Errorf("pid at %q", got)
	}
	if got := pod.Containers[0].Image; got.Value.Text() != "%{tool}nginx" || got.State != lint.Unknown {
		t.Errorf("image %v at %q", got.State, got.Value.Text())
	}
	if len(s.Scopes) != 1 || s.Scopes[0] != s.Commands[0].Span {
		t.Errorf("scopes %v", s.Scopes)
	}
}
