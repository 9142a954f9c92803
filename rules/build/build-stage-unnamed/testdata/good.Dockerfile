FROM golang:1.26 AS build
RUN go version > /version

FROM alpine:3.22
COPY --from=build /version /version
COPY --from=alpine:3 /bin/sh /sh
# There is no such stage, which is another matter.
COPY --from=8 /x /x
ONBUILD COPY --from=0 /x /x
