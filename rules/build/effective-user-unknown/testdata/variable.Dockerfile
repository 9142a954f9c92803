FROM alpine:3.20
ARG RUN_AS
# want@+1 `whom final stage runs as depends on a variable without a default` at `${RUN_AS}`
USER ${RUN_AS}
