FROM registry.example.com/base:1.0 AS base
ARG APT_OPTIONS
RUN apt-get update && apt-get install -y nano && apt-get -yq install vim && apt-get install --assume-yes less
RUN apt-get -qq install nano && apt-get -q -q install nano && apt-get -q=2 install nano && apt-get install --quiet --quiet nano
RUN apt-get -o APT::Get::Assume-Yes=true install nano && apt-get install $APT_OPTIONS nano
RUN yes | apt-get install nano
RUN apt-get -s install nano && apt-get autoremove && apt-get clean && apt-get download nano
RUN yum -y install httpd && dnf install -vy httpd && dnf --assumeyes install httpd && dnf makecache
RUN zypper -n in httpd && zypper install -y httpd && zypper --non-interactive refresh && zypper install --no-confirm httpd
RUN pacman -Syu --noconfirm && pacman -Sy --noconfirm gcc
RUN apk add nano && pip install flask && npm install

FROM debian:12.8
RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90assume-yes
RUN apt-get install nano

FROM registry.access.redhat.com/ubi9/ubi-minimal:9.5
RUN microdnf install tar && microdnf clean all
