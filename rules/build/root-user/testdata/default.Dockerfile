FROM debian:12.8-slim
ARG RUN_AS=root
COPY agent /usr/local/bin/agent
# want@+1 `its last USER is root` at `${RUN_AS}`
USER ${RUN_AS}
CMD ["agent"]
