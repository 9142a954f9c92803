ARG GO_VERSION=1.26
# want@+1 `no ARG before the first FROM declares GO_VERSON, so it is empty here: did you mean GO_VERSION\?` at `GO_VERSON`
ARG VARIANT=${GO_VERSON}-bookworm
# want@+2 `no ARG before the first FROM declares BUILDPLATFROM, so it is empty here: did you mean BUILDPLATFORM\?` at `BUILDPLATFROM`
# want@+1 `no ARG before the first FROM declares suffix, so it is empty here$` at `suffix`
FROM --platform=$BUILDPLATFROM golang:${GO_VERSION}${suffix} AS build
# want@+1 `GO_VERSION is set nowhere above in stage build, so it is empty here: the stage needs an ARG of its own` at `GO_VERSION`
LABEL go=$GO_VERSION
# want@+1 `TARGETARCH is set nowhere above in stage build, so it is always its default here: the stage needs an ARG` at `TARGETARCH`
ENV ARCH=${TARGETARCH:-amd64} OUT=/out
# want@+1 `later is set nowhere above in stage build, so it is empty here$` at `later`
WORKDIR /src/$later
ARG later

FROM alpine:3.22
# want@+1 `OUT is set nowhere above in final stage, so it is empty here$` at `OUT`
COPY --from=build $OUT/server /server
# want@+1 `LD_LIBRARY_PATH is set nowhere above in final stage` at `LD_LIBRARY_PATH`
ENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH
# want@+1 `HTTP_PROXY is set nowhere above` at `HTTP_PROXY`
ENV proxy=$HTTP_PROXY
ARG DATA_FOLDER=/data
# want@+1 `DATA_FOLDR is set nowhere above in final stage, so it is empty here: did you mean DATA_FOLDER\?` at `DATA_FOLDR`
VOLUME ${DATA_FOLDR}
COPY <<EOF /etc/motd
data is in $DATA_FOLDER
EOF
COPY <<EOF /etc/issue
# want@+1 `UNSET is set nowhere above` at `UNSET`
data is in $UNSET
EOF
