FROM debian:12.8 AS build
RUN curl -fsSLO https://example.com/a.tgz
# want@+1 `^this stage downloads with wget and with curl` at `wget`
RUN tar xf a.tgz && wget -q https://example.com/b.tgz
RUN wget -q https://example.com/c.tgz

FROM build
RUN ["curl", "-fsSLO", "https://example.com/d.tgz"]
