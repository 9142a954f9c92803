FROM debian:12.8-slim AS build
# want@+1 `stage build takes what dl.example.com sends without checking it` at `https://dl.example.com/a-1.0.tar.gz`
RUN curl -fsSL https://dl.example.com/a-1.0.tar.gz | tar xz -C /opt
# want@+1 `without checking it` at `"https://dl.example.com/v${VERSION}/kubectl"`
RUN curl -fsSLo /usr/local/bin/kubectl "https://dl.example.com/v${VERSION}/kubectl" && chmod +x /usr/local/bin/kubectl
# want@+1 `without checking it` at `https://dl.example.com/a.zip`
RUN wget https://dl.example.com/a.zip && unzip a.zip && rm a.zip
# want@+2 `without checking it` at `https://dl.example.com/tool`
RUN cd /tmp \
 && curl -LO https://dl.example.com/tool \
 && chmod 0755 tool \
 && mv tool /usr/bin
# want@+1 `without checking it` at `https://dl.example.com/b.deb`
RUN wget -q -P /tmp https://dl.example.com/b.deb && apt-get install -y /tmp/b.deb
# want@+1 `without checking it` at `https://dl.example.com/jq`
RUN curl -L https://dl.example.com/jq > /usr/bin/jq
# The second is not verified, for the check comes before it.
# want@+1 `without checking it` at `https://dl.example.com/d.tgz`
RUN curl -O https://dl.example.com/c.tgz && echo "$SUM  c.tgz" | sha256sum -c && curl -O https://dl.example.com/d.tgz
# Showing a checksum compares nothing.
# want@+1 `without checking it` at `https://dl.example.com/e.tgz`
RUN curl -O https://dl.example.com/e.tgz && sha256sum e.tgz
# want@+1 `takes what dl.example.com sends without checking it` at `https://dl.example.com/f.rpm`
RUN rpm -Uvh https://dl.example.com/f.rpm && rpm --import https://dl.example.com/key
# want@+1 `without checking it` at `https://dl.example.com/g-$(rpm -E %rhel).noarch.rpm`
RUN dnf install -y g https://dl.example.com/g-$(rpm -E %rhel).noarch.rpm && dnf clean all
