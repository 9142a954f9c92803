FROM nginx:1.29
# want@+1 `this ignore of root-user does not say why` at `# stridelint:ignore root-user until=2999-01-01`
# stridelint:ignore root-user until=2999-01-01
USER root
