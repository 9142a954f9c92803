# Another user in this place would break the step behind it, so there is no fix.
FROM registry.example.com/platform/node:22
# want@+1 `its last USER is root` at `root`
USER root
RUN npm install --global pnpm@9
CMD ["node", "/app/server.js"]
