FROM node:22-alpine AS build
ARG NPM_TOKEN
COPY .npmrc ./
RUN npm config set //registry.example.com/:_authToken=$NPM_TOKEN && npm install
RUN rm .npmrc

FROM node:22-alpine
ARG GITHUB_TOKEN
ARG TOKEN_URL
ARG USE_TOKEN=true
ARG API_KEY_FILE
RUN echo '${GITHUB_TOKEN}' $TOKEN_URL $USE_TOKEN $API_KEY_FILE
RUN --mount=type=secret,id=GITHUB_TOKEN,env=GITHUB_TOKEN git clone "https://$GITHUB_TOKEN@git.example.com/shop.git"
RUN echo machine > ~/.netrc && git fetch && rm ~/.netrc
COPY .env.example ca.pem package.json ./
RUN rm .env.example ca.pem package.json
COPY --from=build /app/id_rsa.pub /app/
COPY token.go ./
RUN go build && rm token.go
COPY .env ./
RUN rm -rf /var/lib/apt/lists/* ./*
USER 1000
