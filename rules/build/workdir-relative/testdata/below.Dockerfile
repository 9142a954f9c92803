FROM node:24-slim AS build
WORKDIR /app/
# want@+1 info `src means another folder once the WORKDIR above it is moved or changed` at `src`
WORKDIR src

FROM build
# want@+1 info `dist means another folder` at `dist`
WORKDIR dist
# want@+1 info `means another folder` at `../doc`
WORKDIR ../doc

FROM node:24-slim
WORKDIR $SOMEWHERE
# want@+1 info `src means another folder` at `src`
WORKDIR src
