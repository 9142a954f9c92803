FROM registry.example.com/base:1.0
RUN apt-get update && apt-get install -y curl
RUN apt-get install -y git
RUN apt-get update; if true; then apt-get upgrade -y; fi
RUN apk update && apk add --no-cache git
RUN apk --update add nano
RUN apk update --no-cache && apk upgrade --no-cache
RUN dnf update -y && dnf install -y httpd
RUN yum update -y && yum clean all
RUN pacman -Syu --noconfirm gcc
RUN zypper refresh && zypper -n install nginx
# What a script does is not known.
RUN apt-get update && ./install.sh
RUN apt-get update && npx playwright install-deps
RUN --mount=type=cache,target=/var/lib/apt apt-get update
RUN composer self-update && update-locale LANG=en_US.UTF-8
