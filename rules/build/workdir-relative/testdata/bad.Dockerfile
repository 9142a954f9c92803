FROM node:24-slim AS build
# want@+1 `stage build starts in app below the base image's working folder, whichever that is` at `app`
WORKDIR app

FROM node:24-slim
ENV HOME_DIR=srv
# want@+1 `stage 2 starts in srv/www below` at `$HOME_DIR/www`
WORKDIR $HOME_DIR/www

FROM node:24-slim
WORKDIR /srv
# want@+1 `docker puts no home folder in the place of ~: final stage starts in a folder of that name` at `~/app`
WORKDIR ~/app
