FROM alpine:3.22
# want@+1 `\.dockerignore keeps Dockerfile out of the build: COPY finds nothing here` at `Dockerfile`
COPY Dockerfile .
# want@+1 `keeps ./docs/guide.md out` at `./docs/guide.md` `keeps docs out` at `docs`
COPY ./docs/guide.md docs src/main.go /x/
# want@+1 `keeps \*.log out` at `"*.log"` `keeps /tmp out` at `"/tmp"`
ADD ["*.log", "/tmp", "/y/"]
# want@+1 `keeps secret/key.pem out` at `secret/key.pem`
COPY secret/key.pem secret/ca.pem secret /certs/
