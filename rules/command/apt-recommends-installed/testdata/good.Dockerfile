FROM debian:12.8 AS base
ARG OPTIONS
RUN apt-get install -y --no-install-recommends curl && apt-get --no-install-recommends install -y git
RUN apt-get install -y --install-recommends linux-image-amd64
RUN apt-get -o APT::Install-Recommends=false install -y curl && aptitude -R install curl
RUN apt-get install $OPTIONS curl && apt-get install -f -y && apt-get remove -y curl && apk add curl

FROM debian:12.8
COPY <<EOF /etc/apt/apt.conf.d/99lean
APT::Install-Recommends "false";
EOF
RUN apt-get install -y curl
