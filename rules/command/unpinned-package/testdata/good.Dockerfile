FROM debian:12.8-slim
ARG CURL_VERSION
ARG PACKAGES
# What is not known may hold a version, or several packages.
RUN apt-get update \
    && apt-get install -y curl=${CURL_VERSION} git=1:2.39.* php${PHP}-fpm $PACKAGES $(cat packages.txt) \
    && apt-get install -y ./agent.deb /tmp/other.deb https://packages.example.com/x.deb \
    && apt-get remove -y make \
    && apt-get build-dep -y nginx
RUN apk add --no-cache 'gcc=13.2.1_git20240309-r0' 'make~4.4' ./local.apk
RUN pip install -r requirements.txt && pip install . && pip install -e '.[dev]' && pip install --no-index --find-links=/wheels shop \
    && pip install -c constraints.txt flask && pip install 'flask[async]==3.1.0' 'urllib3<3' ./dist/shop-1.0-py3-none-any.whl \
    && pip install git+https://git.example.com/tools/probe.git@4d5e6f0#egg=probe
RUN npm install && npm ci && npm install --omit dev && npm install typescript@5.7.2 @angular/cli@19.0.5 ./local file:../other https://example.com/a.tgz
RUN npm install git+https://git.example.com/lib.git#v2.1.0
RUN gem install rails -v 8.0.1 && gem install rake:13.2.1
RUN yum install -y httpd-2.4.62-1.el9 https://packages.example.com/release.rpm @development && yum groupinstall -y "Development Tools"
RUN dnf module install -y nodejs:20 && zypper -n in nginx=1.27.3 && zypper -n in -t pattern devel_basis
RUN go install example.com/cmd/gen@v1.4.0 && go install ./... && go run main.go
RUN apt-cache policy curl && pip list && npm run build
