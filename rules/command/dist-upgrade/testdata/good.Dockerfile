FROM debian:12.8
RUN apt-get update && apt-get upgrade -y && apt-get install -y --only-upgrade openssl dist-upgrade
RUN echo apt-get dist-upgrade
RUN yum update -y && dnf upgrade -y && zypper -n update && apk upgrade
