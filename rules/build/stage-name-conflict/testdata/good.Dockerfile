# Stages without a name have no name in common, and a stage may be called as the image that it builds on.
FROM alpine:3.22
RUN touch /a

FROM alpine:3.22
COPY --from=0 /a /a

FROM alpine:3.22 AS alpine
FROM alpine AS alpine-tools
FROM scratch AS context-files
