# Nothing is known of what the build is given.
FROM alpine:3.22
COPY Dockerfile .dockerignore /x/
