# want@+2 `the comment above is shown as what VERSION is for, but does not begin with that name` at `VERSION`
# Which release is packed.
ARG VERSION=1.4
# VERSION and OTHER
#
# want@+2 `what MORE is for` at `MORE`
# more of it
ARG MORE OTHER=1

# want@+3 `what build is for` at `build`
# Build is where it is built

FROM golang:1.26 AS build
# want@+2 `what TAGS is for` at `TAGS`
#TAGS: which tags
  ARG TAGS
