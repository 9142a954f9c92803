FROM debian:12.8-slim
# want@+3 `^apt-get installs curl, git, jq and 1 more in whatever version there is` at `curl`
RUN apt-get update \
    && apt-get install -y --no-install-recommends -t bookworm-backports \
        curl \
        # for the submodules
        git jq openssl=3.0.15-1~deb12u1 unzip \
    && rm -rf /var/lib/apt/lists/*
# want@+1 `apt installs make` at `make`
RUN apt install -y make ./tools.deb https://packages.example.com/agent_1.4_amd64.deb
# want@+1 `apt-get installs tree` at `"tree"`
RUN ["apt-get", "install", "-y", "tree"]
# want@+1 `apk installs gcc, musl-dev in` at `gcc`
RUN apk add --no-cache --virtual .build gcc musl-dev make=4.4.1-r2
# want@+1 `pip installs flask, uvicorn\[standard\] in` at `flask`
RUN pip install --no-cache-dir --index-url https://pypi.example.com/simple flask 'uvicorn[standard]' gunicorn==23.0.0
# want@+1 `python3 installs git\+https://git.example.com/tools/probe.git in` at `git+https://git.example.com/tools/probe.git`
RUN python3 -m pip install git+https://git.example.com/tools/probe.git
# want@+1 `npm installs typescript, @angular/cli, serve@latest in` at `typescript`
RUN npm install -g typescript @angular/cli serve@latest eslint@9.17.0
# want@+1 `gem installs bundler in` at `bundler`
RUN gem install bundler rake:13.2.1
# want@+1 `yum installs httpd, java-21-openjdk in` at `httpd`
RUN yum install -y httpd java-21-openjdk mod_ssl-2.4.62 && yum clean all
# want@+1 `dnf installs nodejs in` at `nodejs`
RUN dnf module install -y nodejs && dnf clean all
# want@+1 `microdnf installs tar in` at `tar`
RUN microdnf install -y tar && microdnf clean all
# want@+1 `zypper installs nginx in` at `nginx`
RUN zypper --non-interactive install --repo main nginx && zypper clean
# want@+1 `go installs golang.org/x/tools/cmd/stringer@latest, example.com/cmd/gen in` at `golang.org/x/tools/cmd/stringer@latest`
RUN go install golang.org/x/tools/cmd/stringer@latest example.com/cmd/gen

FROM debian:12.8-slim
# want@+1 `apt-get installs vim, nano in` at `vim`
ENV TOOLS="vim nano curl=8.11.1-1"
RUN apt-get update && apt-get install -y $TOOLS
