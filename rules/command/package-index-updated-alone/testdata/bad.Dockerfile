FROM registry.example.com/base:1.0
RUN apt-get update
# want@+1 `^apt-get relies on an index that an earlier step fetched: that step comes from the build cache` at `install`
RUN apt-get install -y --no-install-recommends \
    curl
RUN yum update -y
# want@+1 `^yum relies on the packages that an earlier step upgraded` at `install`
RUN yum install -y httpd && yum clean all
RUN ["apk", "update"]
# want@+1 `^apk relies on an index` at `"add"`
RUN ["apk", "add", "nginx"]
RUN pacman -Syu --noconfirm
# want@+1 `^pacman relies on the packages` at `-S`
RUN pacman -S --noconfirm nginx
RUN zypper refresh
# want@+1 `^zypper relies` at `install`
RUN zypper -n install nginx
