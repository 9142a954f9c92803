# syntax=docker/dockerfile:1
# hadolint is run by the pipeline, and what it ignores stands in .hadolint.yaml.
FROM debian:12.8-slim
# stridelint:ignore host-pid -- nothing here
RUN echo "# hadolint ignore=DL3008"
USER 10001
