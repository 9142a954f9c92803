FROM golang:1.26 AS build
# want@+1 `build argument GITHUB_TOKEN carries a credential: every step of stage build sees it` at `GITHUB_TOKEN`
ARG GITHUB_TOKEN
RUN git clone https://$GITHUB_TOKEN@git.example.com/shop.git

FROM node:22-alpine
# npm reads it from the environment.
# want@+1 `build argument NPM_TOKEN carries a credential: every step of final stage sees it` at `NPM_TOKEN=""`
ARG NPM_TOKEN=""
RUN npm ci
USER 1000
