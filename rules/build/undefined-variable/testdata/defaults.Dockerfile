# want@+1 `no ARG before the first FROM declares VERSION, so it is always its default here` at `VERSION`
FROM debian:${VERSION:-12.8-slim}
# want@+1 info `PORT is set nowhere above in final stage, so it is always its default here$` at `PORT`
EXPOSE ${PORT:-8000}
# want@+1 `HOST is set nowhere above in final stage, so it is empty here$` at `HOST`
ENV SITE=$HOST URL=http://${HOST:-localhost}/
ARG TARGET
# want@+1 `so it is always its default here: did you mean TARGET\?` at `TARGT`
LABEL target=${TARGT:-x}
USER 10001
