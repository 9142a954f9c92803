FROM alpine:3.22
# want@+1 `ONBUILD cannot hold FROM: docker refuses the file` at `FROM`
ONBUILD FROM alpine:3.22
# want@+1 `ONBUILD cannot hold MAINTAINER` at `maintainer`
ONBUILD maintainer Somebody
# want@+1 `ONBUILD cannot hold ONBUILD` at `ONBUILD`
ONBUILD ONBUILD RUN true
