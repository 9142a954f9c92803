from alpine:3.22
# want@+1 `MAINTAINER is deprecated` at `maintainer`
maintainer me@example.com
