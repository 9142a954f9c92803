FROM node:22-alpine AS build
HEALTHCHECK CMD ["true"]

# want@+1 `final stage has no HEALTHCHECK` at `FROM node:22-alpine`
FROM node:22-alpine
COPY --from=build /app /app
ONBUILD HEALTHCHECK CMD ["true"]
CMD ["node", "/app/main.js"]
