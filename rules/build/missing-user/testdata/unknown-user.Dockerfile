# There is a USER, whoever it is.
FROM ubuntu:24.04
ARG RUN_AS
COPY agent /usr/local/bin/agent
USER ${RUN_AS}
CMD ["agent"]
