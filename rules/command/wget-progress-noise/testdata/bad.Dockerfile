FROM debian:12.8
# want@+1 `^wget writes its progress into the build log` at `wget`
RUN wget https://example.com/a.tar.gz \
    # want@+1 `^wget writes` at `wget`
    && wget -O b.tar.gz -c https://example.com/b.tar.gz
# want@+1 `^wget writes` at `"wget"`
RUN ["wget", "https://example.com/c.tar.gz"]

FROM python:3.13-alpine
# want@+1 `^wget writes` at `wget`
RUN wget -O - https://example.com/a.tar.gz | tar xz
