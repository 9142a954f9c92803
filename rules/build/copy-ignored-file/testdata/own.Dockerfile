FROM alpine:3.22
# The ignore file that has the Dockerfile's name is read instead of the other one.
COPY a /a
# want@+1 `Dockerfile.dockerignore keeps b out of the build` at `b`
COPY b /b
