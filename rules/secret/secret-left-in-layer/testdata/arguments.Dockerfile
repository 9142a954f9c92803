ARG REGISTRY=registry.example.com
FROM node:22-alpine AS base
# want@+1 `build argument NPM_TOKEN is used by a RUN: its value stays in the history` at `NPM_TOKEN`
ARG NPM_TOKEN
RUN npm config set "//registry.example.com/:_authToken=${NPM_TOKEN}"

FROM base
# want@+1 `build argument DB_PASSWORD is used by a RUN` at `DB_PASSWORD=`
ARG VERSION DB_PASSWORD=
# want@+1 `build argument GITHUB_TOKEN is used by a RUN` at `GITHUB_TOKEN`
ARG GITHUB_TOKEN
RUN PGPASSWORD=$DB_PASSWORD psql -f schema.sql
RUN git clone https://token:$GITHUB_TOKEN@git.example.com/shop/shop.git
# want@+2 `ENV keeps the build argument API_KEY` at `"${API_KEY}"`
ARG API_KEY
ENV VERSION=$VERSION API_KEY="${API_KEY}"
USER 1000
