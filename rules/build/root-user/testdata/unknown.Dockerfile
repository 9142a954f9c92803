FROM debian:12.8-slim
ARG RUN_AS
USER ${RUN_AS}
CMD ["id"]
