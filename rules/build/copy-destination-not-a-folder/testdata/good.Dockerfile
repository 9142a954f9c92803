FROM node:24-slim
WORKDIR /app
COPY package.json package-lock.json ./
COPY package.json package-lock.json .
COPY a b ..
COPY a b /app/.
COPY a /app
COPY *.json /app
COPY ["a b", "/app"]
ARG TO
COPY a b $TO
COPY a b ${TO}/
ENV DIR=/data/
ADD a b "$DIR"
