FROM debian:12.8
# want@+1 `^apt is for people` at `apt`
RUN apt update \
    # want@+1 `^apt is for people` at `apt`
    && sudo apt -y install curl
# want@+1 `^apt is for people` at `"apt"`
RUN ["apt", "install", "-y", "curl"]
# Another upgrade, and a question to apt-cache: both are for a person to change.
# want@+1 `^apt is for people` at `apt`
RUN apt upgrade -y
# want@+1 `^apt is for people` at `apt`
RUN apt list --installed
# want@+1 `^apt is for people` at `/usr/bin/apt`
RUN /usr/bin/apt update
