FROM debian:12.8 AS one
RUN apt-get install -y wget curl && curl -fsSLO https://example.com/a.tgz
FROM debian:12.8
RUN wget -q https://example.com/a.tgz
RUN echo curl
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
