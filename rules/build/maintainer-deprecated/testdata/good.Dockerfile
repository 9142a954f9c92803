FROM alpine:3.22
LABEL maintainer="jane@example.com"
LABEL org.opencontainers.image.authors="Jane Doe"
RUN echo MAINTAINER
