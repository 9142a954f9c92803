FROM node:24-slim
# want@+1 `2 sources are copied to /app, which does not end in a slash and so is no folder` at `/app`
COPY package.json package-lock.json /app
# want@+1 `2 sources are copied to my app` at `"my app"`
COPY ["a", "b", "my app"]
# want@+1 `3 sources are copied to /data` at `'/data'`
ADD a b https://example.com/c '/data'
ARG TO=/opt/tools
# want@+1 `2 sources are copied to /opt/tools` at `$TO`
COPY --chown=1000:1000 a b $TO
ONBUILD COPY a b /c/
# want@+1 `2 sources are copied to /etc/conf.d` at `/etc/conf.d`
COPY <<A <<B /etc/conf.d
a
A
b
B
