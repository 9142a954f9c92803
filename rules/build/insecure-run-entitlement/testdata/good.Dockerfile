FROM debian:12.8-slim
RUN --security=sandbox ./install.sh
RUN --network=none ./configure.sh
RUN --network=default ./fetch.sh
RUN docker build --network=host .
USER 10001
