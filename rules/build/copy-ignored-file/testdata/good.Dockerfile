FROM golang:1.26 AS build
COPY . .
COPY src src/*.go ./ /src/
COPY <<ignored.txt /x/
text
ignored.txt
ADD https://example.com/ignored.txt /x/
ONBUILD COPY ignored.txt /x/
ARG WHAT
COPY $WHAT /x/

FROM alpine:3.22
COPY --from=build /ignored.txt ignored.txt
COPY --from=build ignored.txt /x/
