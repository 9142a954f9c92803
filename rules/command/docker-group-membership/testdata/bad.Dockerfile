FROM debian:12.8-slim AS dev
# want@+1 low `stage dev adds a user to the group docker: its members command the daemon, and with it are root on the host` at `docker`
RUN useradd -s /bin/bash -m vscode && groupadd docker && usermod -aG docker vscode
# want@+1 low `adds a user to the group docker` at `docker`
RUN useradd -m -G sudo,docker ci
RUN <<EOF
# want@+1 low `adds a user` at `docker`
gpasswd -a ci docker
EOF
