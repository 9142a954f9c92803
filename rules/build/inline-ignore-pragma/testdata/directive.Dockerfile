# syntax=docker/dockerfile:1
# check=error=true;skip=JSONArgsRecommended
# want@-1 `this comment makes docker build --check overlook` at `error=true;skip=JSONArgsRecommended`
FROM debian:12.8-slim
# check=skip=all
USER 10001
