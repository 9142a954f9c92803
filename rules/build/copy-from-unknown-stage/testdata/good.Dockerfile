FROM golang:1.26 AS Builder
RUN go version > /version

FROM alpine:3.22
COPY --from=builder /version /version
COPY --from=BUILDER /version /version2
COPY --from=0 /version /version3
# Images, each in its way.
COPY --from=composer /usr/bin/composer /usr/bin/composer
COPY --from=acme/tool /tool /tool
COPY --from=tool:1.4 /tool /tool
COPY --from=localhost:5000/tool /tool /tool
COPY --from=tool@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef /tool /tool
RUN --mount=type=cache,target=/cache --mount=type=bind,from=builder,target=/b true
ONBUILD COPY --from=elsewhere /a /b
