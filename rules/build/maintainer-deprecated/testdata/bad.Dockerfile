FROM alpine:3.22 AS one
# want@+1 `MAINTAINER is deprecated: tools that look for who made an image read the label` at `MAINTAINER`
MAINTAINER Jane Doe <jane@example.com>
# want@+1 `MAINTAINER is deprecated` at `MAINTAINER`
MAINTAINER "jane@example.com"

FROM one
# want@+1 `MAINTAINER is deprecated` at `MAINTAINER`
MAINTAINER Pat O'Hara \
  and others
# want@+1 `MAINTAINER is deprecated` at `MAINTAINER`
MAINTAINER $Cash "the man"
# want@+1 `MAINTAINER is deprecated` at `MAINTAINER`
MAINTAINER Pat "d'Or" O
