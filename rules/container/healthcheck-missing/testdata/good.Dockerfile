FROM node:22-alpine AS base
healthcheck --interval=10s CMD wget -q --spider http://localhost:8080/ || exit 1

FROM base AS app
CMD ["node", "/app/main.js"]
