ARG VERSION=2.4
FROM debian:12.8-slim
ARG VERSION
ARG BUILD
# want@+1 `ADD downloads a file without a checksum` at `https://downloads.example.com/agent`
ADD https://downloads.example.com/agent /usr/local/bin/agent
# want@+2 `ADD downloads a file without a checksum` at `"http://downloads.example.com/${VERSION}/tools.tar.gz"`
ADD --chmod=755 \
    "http://downloads.example.com/${VERSION}/tools.tar.gz" /opt/
# want@+1 `ADD downloads` at `"https://downloads.example.com/a"` `ADD downloads` at `"https://downloads.example.com/b"`
ADD ["https://downloads.example.com/a", "https://downloads.example.com/b", "/opt/"]
# want@+1 `ADD downloads` at `https://downloads.example.com/agent-${BUILD}.deb?arch=amd64`
ADD https://downloads.example.com/agent-${BUILD}.deb?arch=amd64 /tmp/agent.deb
# want@+1 `ADD downloads` at `https://downloads.example.com/later`
ONBUILD ADD https://downloads.example.com/later /later
USER 10001
