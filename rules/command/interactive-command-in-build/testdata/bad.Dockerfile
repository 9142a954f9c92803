FROM golang:1.26
# want@+1 `^top in a build: there is no terminal` at `top`
RUN top
# want@+1 `^ps in a build` at `"ps"`
RUN ["ps", "-d"]
# want@+2 `^service in a build` at `service`
RUN mkdir -p /data \
    && service postgresql start
# want@+1 `^vim in a build` at `vim`
RUN vim /etc/hosts
# want@+1 `^mount in a build` at `mount`
RUN sudo mount -t tmpfs none /scratch
# want@+1 `^ssh in a build` at `ssh`
RUN ssh deploy@host.example.com true
# want@+1 `^shutdown in a build` at `/sbin/shutdown`
RUN /sbin/shutdown now
# want@+1 `^kill in a build` at `kill`
RUN kill 1
