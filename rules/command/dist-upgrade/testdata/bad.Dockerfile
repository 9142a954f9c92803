FROM debian:12.8
# want@+1 `^apt-get dist-upgrade replaces and removes packages` at `dist-upgrade`
RUN apt-get update && apt-get -y dist-upgrade && rm -rf /var/lib/apt/lists/*
# want@+1 `^apt full-upgrade replaces` at `full-upgrade`
RUN apt full-upgrade -y
# want@+1 `^apt-get dist-upgrade` at `"dist-upgrade"`
RUN ["apt-get", "dist-upgrade", "-y"]
# want@+1 `^zypper dup` at `dup`
RUN zypper -n dup
# want@+1 `^zypper dist-upgrade` at `dist-upgrade`
RUN zypper --non-interactive dist-upgrade --from main
