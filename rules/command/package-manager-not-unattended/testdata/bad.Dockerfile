FROM registry.example.com/base:1.0
# Being told not to draw menus is no answer to whether to go on.
ENV DEBIAN_FRONTEND=noninteractive
# want@+1 `^apt-get asks whether to go on: in a build nobody answers, and the step fails$` at `install`
RUN apt-get update && apt-get -q install \
    # the editor
    nano
# want@+1 `^apt asks` at `upgrade`
RUN apt upgrade
# want@+1 `^apt-get asks` at `dist-upgrade`
RUN sudo apt-get dist-upgrade
# want@+1 `^apt-get asks` at `"install"`
RUN ["sudo", "apt-get", "--quiet", "install", "apt-utils"]
# want@+1 `^apt-get asks` at `remove`
RUN apt-get remove wget
# want@+1 `^yum asks` at `install`
RUN yum install httpd-2.4.62 && yum clean all
# want@+1 `^dnf asks` at `install`
RUN dnf module install nodejs:20
# want@+1 `^tdnf asks` at `install`
RUN tdnf install jq
# want@+1 `^zypper asks` at `install`
RUN zypper install httpd
# want@+1 `^pacman asks` at `-S`
RUN pacman -S gcc

FROM registry.fedoraproject.org/fedora-minimal:41
# want@+1 `^microdnf asks` at `install`
RUN microdnf install tar
# want@+1 `^dnf-3 asks` at `install`
RUN dnf-3 install tar
