FROM debian:12.8-slim AS a
# want@+1 `stage a has apt-get install what nobody signed: a changed package gets in unnoticed` at `--allow-unauthenticated`
RUN apt-get install -y --allow-unauthenticated x
# want@+1 `has apt-get install` at `--force-yes`
RUN apt-get update && apt-get -y --force-yes install x
# want@+1 `has apt install what` at `-o APT::Get::AllowUnauthenticated=true` `has apt install` at `-o Acquire::AllowInsecureRepositories=true`
RUN apt -o APT::Get::AllowUnauthenticated=true -o Acquire::AllowInsecureRepositories=true install x
# want@+1 `configures that packages are installed that nobody signed` at `"deb [arch=amd64 trusted=yes] https://apt.example.com stable main"`
RUN echo "deb [arch=amd64 trusted=yes] https://apt.example.com stable main" > /etc/apt/sources.list.d/x.list

FROM fedora:41 AS b
# want@+2 `has dnf install` at `--nogpgcheck`
RUN dnf install -y \
    --nogpgcheck \
    x
# want@+1 `has yum install` at `--setopt=x.gpgcheck=0`
RUN yum install -y --setopt=x.gpgcheck=0 x
# want@+1 `has rpm install` at `--nosignature` `has rpm install` at `--nodigest`
RUN rpm -Uvh --nosignature --nodigest x.rpm
# want@+1 `configures that` at `'[x]\nbaseurl=https://rpm.example.com\ngpgcheck=0\n'`
RUN printf '[x]\nbaseurl=https://rpm.example.com\ngpgcheck=0\n' > /etc/yum.repos.d/x.repo

FROM alpine:3.20
# want@+1 `has apk install` at `--allow-untrusted`
RUN apk add --no-cache --allow-untrusted x.apk
# want@+1 `has zypper install` at `--no-gpg-checks`
RUN zypper --no-gpg-checks install -y x
# want@+1 `configures that` at `'s/^SigLevel.*/SigLevel = Never/'`
RUN sed -i 's/^SigLevel.*/SigLevel = Never/' /etc/pacman.conf
# want@+1 `has apk install` at `"--allow-untrusted"`
RUN ["apk", "add", "x.apk", "--allow-untrusted"]
RUN cat > /etc/yum.repos.d/tools.repo <<'EOF'
[tools]
baseurl=https://tools.example.com/
# want@+1 `final stage configures that packages are installed that nobody signed` at `gpgcheck=0`
gpgcheck=0
repo_gpgcheck=0
EOF
RUN <<END
tee /etc/apt/sources.list.d/x.list <<-EOF >/dev/null
	# want@+1 `that nobody signed` at `deb [trusted=yes] https://apt.example.com stable main`
	deb [trusted=yes] https://apt.example.com stable main
	EOF
END
COPY <<EOF /etc/yum.repos.d/more.repo
[more]
# want@+1 `COPY configures that packages are installed that nobody signed` at `gpgcheck = 0`
  gpgcheck = 0
EOF
