FROM golang:1.26 AS builder
RUN go version > /version
# want@+1 `there is no stage 7: they are counted from 0, and there are 4$` at `7`
COPY --from=7 /a /a

FROM alpine:3.22
# want@+1 `no stage above is called bulider, did you mean builder\?` at `bulider`
COPY --from=bulider /version /version
# want@+1 `no stage above is called assets: docker pulls an image of that name` at `assets`
COPY --from=assets /logo.svg /logo.svg
# want@+1 `stage tools stands below` at `tools`
COPY --from=tools /bin/tool /bin/tool
# want@+1 `final stage stands below` at `3`
COPY --from=3 /x /x
# want@+1 `no stage above is called buidler, did you mean builder` at `buidler`
RUN --mount=type=bind,source=/version,from=buidler,target=/version cat /version

FROM alpine:3.22 AS tools

FROM alpine:3.22
