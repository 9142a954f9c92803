FROM registry.example.com/base:1.0
# want@+1 `^what apk downloads stays in the image's layer, in /var/cache/apk:` at `add`
RUN apk add --virtual .build gcc
# want@+1 `in /var/cache/apk` at `update`
RUN apk update && apk add --no-cache curl
# want@+1 `in /var/cache/apk` at `"add"`
RUN ["apk", "add", "jq"]
# want@+1 `^what pip3 downloads stays in the image's layer, in ~/.cache/pip:` at `install`
RUN pip3 install \
    flask
# want@+1 `^what python downloads` at `install`
RUN python -m pip install --upgrade pip
# want@+1 `in /var/cache/yum` at `install`
RUN yum update -y && yum install -y tar
# Cleaned too early.
# want@+1 `in /var/cache/dnf` at `install`
RUN dnf clean all && dnf install -vy httpd
# want@+1 `^what microdnf downloads` at `install`
RUN microdnf install -y tar
# want@+1 `in /var/cache/zypp` at `in`
RUN zypper --non-interactive in curl
# want@+1 `^what yarn downloads stays in the image's layer, in /usr/local/share/.cache/yarn:` at `install`
RUN yarn install --frozen-lockfile && yarn build
