FROM debian:12.8
# want@+2 `^apt-get also installs what these packages recommend` at `install`
RUN apt-get update \
    && apt-get -y install \
    # the editor
    nano=7.2-1 \
    && rm -rf /var/lib/apt/lists/*
# want@+1 `^apt also installs` at `install`
RUN apt install -y ./agent.deb
# want@+1 `^apt-get also installs` at `"install"`
RUN ["apt-get", "install", "-y", "curl"]
# want@+1 `^aptitude also installs` at `install`
RUN aptitude -y install curl
# What another command was told does not count.
# want@+1 `^apt-get also installs` at `install`
RUN apt-get install -y --no-install-recommends curl && apt-get install -y git
