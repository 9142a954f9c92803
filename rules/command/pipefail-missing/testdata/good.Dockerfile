FROM debian:12.8-slim AS a
RUN echo x | sha256sum -c && printf 'y' | tee f && yes | ./setup
RUN set -o pipefail && gpg --decrypt a.gpg | tar x
RUN set -eux -o pipefail; gpg --decrypt a.gpg | tar x
RUN ["bash", "-o", "pipefail", "-c", "gpg --decrypt a.gpg | tar x"]
RUN cd "$(ls -1 | grep src)" && make V=`cat VERSION | tr -d v`
# The status is that of export, whatever the pipe's.
RUN export ID="$(cat /etc/os-release | grep ^ID=)" VERSION=$(cat VERSION | tr -d v) && make
RUN gpg --decrypt a.gpg || make && x="$(date)" && echo 'a | b'
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN gpg --decrypt a.gpg | tar x

FROM a
RUN gpg --decrypt a.gpg | tar x
SHELL ["pwsh", "-Command"]
RUN Get-Item x | Out-Null
