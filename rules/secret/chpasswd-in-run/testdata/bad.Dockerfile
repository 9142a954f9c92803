FROM debian:12.8-slim AS ssh
# want@+1 `stage ssh sets a password that stays in the image's history` at `chpasswd`
RUN echo 'root:tr0ub4dor-and-3' | chpasswd
# want@+1 `sets a password` at `chpasswd`
RUN useradd shop && printf "shop:%s" "$PASSWORD" | sudo chpasswd -c SHA512
# want@+1 `sets a password` at `-p '$6$x$Zk31vq8Lw0tR'`
RUN useradd -m -p '$6$x$Zk31vq8Lw0tR' shop
# want@+1 `sets a password` at `--password=tr0ub4dor-and-3`
RUN usermod --password=tr0ub4dor-and-3 root
# want@+1 `sets a password` at `passwd`
RUN echo tr0ub4dor-and-3 | passwd --stdin root
# want@+1 `sets a password` at `passwd`
RUN printf 'tr0ub4dor-and-3\ntr0ub4dor-and-3\n' | passwd root
