FROM debian:12.8
ARG OPTIONS
RUN wget -q https://example.com/a && wget -qO- https://example.com/a && wget --quiet https://example.com/a && wget -nv https://example.com/a
RUN wget --no-verbose https://example.com/a && wget --progress=dot:mega https://example.com/a && wget -o /tmp/log https://example.com/a
RUN wget $OPTIONS https://example.com/a && wget --version && wget --append-output=/tmp/log https://example.com/a
RUN apt-get install -y wget && curl -fsSLO https://example.com/a
