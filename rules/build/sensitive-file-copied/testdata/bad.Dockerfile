FROM python:3.13-slim AS base
# want@+1 medium `COPY brings deploy/.npmrc into the image` at `deploy/.npmrc`
COPY deploy/.npmrc deploy/readme.md /root/

FROM base
WORKDIR /app
# want@+1 `COPY brings .netrc into the image: whoever gets the image has the credentials in it` at `.`
COPY . .
# want@+1 `ADD brings keys/id_ed25519, keys/shop.key into the image` at `"./keys/"`
ADD ["./keys/", "/keys"]
# want@+1 `COPY brings keys/id_ed25519 into` at `keys/id_*`
COPY keys/id_* /root/.ssh/
USER 10001
