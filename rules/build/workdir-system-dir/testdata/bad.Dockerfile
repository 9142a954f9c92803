FROM alpine:3.20
# want@+1 `/usr/bin belongs to the system` at `/usr/bin`
ARG FOLDER=/usr/bin
# want@+1 `/proc/self is laid over when a container starts` at `/proc/self`
WORKDIR /proc/self
# want@+1 `/dev/shm/app is laid over` at `"/dev/shm/app"`
WORKDIR "/dev/shm/app"
# want@+1 `/etc/ belongs to the system` at `/etc/`
WORKDIR /etc/
WORKDIR ${FOLDER}
USER 10001
