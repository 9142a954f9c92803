# Root builds, someone else runs.
FROM debian:12.8-slim AS build
USER root
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev
COPY gate.c .
RUN gcc -static -o /gate gate.c

FROM debian:12.8-slim
USER root
RUN groupadd --gid 10001 gate && useradd --uid 10001 --gid 10001 --no-create-home gate
COPY --from=build /gate /gate
USER gate
CMD ["/gate"]
