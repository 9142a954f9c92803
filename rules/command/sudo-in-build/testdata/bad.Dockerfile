FROM debian:12.8-slim AS root
# want@+1 `stage root goes through sudo: the image holds a way to become root` at `sudo` `goes through sudo` at `sudo`
RUN sudo apt-get update && sudo apt-get install -y git
# want@+1 `goes through sudo` at `"sudo"`
RUN ["sudo", "pip", "install", "shop"]
# want@+1 `goes through sudo` at `sudo`
RUN sudo -E DEBIAN_FRONTEND=noninteractive apt-get install -y vim
# want@+1 `calls sudo` at `sudo`
RUN sudo -v
# want@+2 `goes through sudo` at `sudo`
RUN make \
 && sudo \
    make install

FROM root
USER app
# want@+1 `goes through /usr/bin/sudo` at `/usr/bin/sudo`
RUN cd /app && /usr/bin/sudo make install
USER root
# want@+1 `goes through doas` at `doas`
RUN sh -c 'doas make install'

FROM registry.example.com/base:1.0
# want@+1 `goes through sudo` at `sudo`
RUN sudo make install
