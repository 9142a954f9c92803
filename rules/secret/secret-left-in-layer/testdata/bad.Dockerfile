FROM node:22-alpine AS base
# want@+1 `id_ed25519 is removed by a later step, and stays in the layer of this one` at `keys/id_ed25519`
COPY keys/id_ed25519 /root/.ssh/
# want@+1 `.npmrc is removed by a later step` at `.npmrc`
COPY package.json .npmrc ./
RUN npm install
RUN npm test && rm -f ~/.npmrc

FROM base
# want@+1 `.netrc is removed by a later step` at `~/.netrc`
RUN echo "machine git.example.com" > ~/.netrc
# want@+1 `server.key is removed by a later step` at `tls/shop.key`
ADD tls/shop.key /etc/tls/server.key
RUN rm -rf /root/.ssh && shred "/etc/tls/server.key"
RUN unlink $HOME/.netrc
# want@+1 `token.txt is removed by a later step` at `token.txt`
ADD token.txt /root/
RUN rm /root/token.txt
USER 1000
