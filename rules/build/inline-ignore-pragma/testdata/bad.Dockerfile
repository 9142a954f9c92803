# want@+1 `this comment makes hadolint overlook a finding` at `hadolint global ignore=DL3006`
# hadolint global ignore=DL3006
ARG RELEASE=12.8
# want@+1 `this comment makes Trivy overlook` at `trivy:ignore:DS-0002`
# trivy:ignore:DS-0002
FROM debian:${RELEASE}

# want@+1 `this comment makes hadolint overlook a finding: who accepted that` at `hadolint ignore=DL3008`
# hadolint ignore=DL3008
RUN apt-get update
# want@+1 `this comment makes Checkov overlook` at `checkov:skip=CKV_DOCKER_2:there is one`
#checkov:skip=CKV_DOCKER_2:there is one
USER 10001
