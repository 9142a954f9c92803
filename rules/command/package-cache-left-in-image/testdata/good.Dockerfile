FROM registry.example.com/base:1.0 AS build
RUN yum install -y gcc && pip install flask && yarn

FROM registry.example.com/base:1.0 AS pip
ENV PIP_NO_CACHE_DIR=1
RUN pip install flask

FROM pip
RUN pip install gunicorn
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* /tmp/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg,cache,log}
RUN apt-get update && apt-get install -y curl && cd /var/lib && rm -rf apt dpkg
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y curl && apt-get distclean
RUN apt-get update && apt-get install -y curl && /usr/local/bin/clean-up.sh
RUN apt-get install -y curl
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked \
    apt-get update && apt-get install -y curl
RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update
RUN --mount=type=cache,target=/var/cache/apk apk add -U curl
RUN apk add curl && rm -rf /var/cache/apk/*
RUN apk update --no-cache && apk --no-cache upgrade
RUN dnf install -y httpd && yum clean all
RUN yum install -y httpd && rm -rf /var/cache/yum*
RUN --mount=type=cache,target=/var/cache/libdnf5 dnf install -y httpd
RUN zypper -n in curl && zypper cc --all
RUN --mount=type=cache,target=/root/.cache pip install flask && yarn install
RUN PIP_NO_CACHE_DIR=true pip install flask
RUN export PIP_NO_CACHE_DIR=true && pip install flask
RUN pip install --cache-dir /cache flask $MORE
RUN pip install flask && rm -rf ~/.cache
RUN pip install flask && pip cache purge
RUN yarn install && yarn cache clean
RUN yarn build && npm ci && pip list && yum list
ONBUILD RUN pip install -r requirements.txt
