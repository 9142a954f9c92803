FROM nginx:1.29
# want@+1 `names no rule` at `stridelint:ignore`
# stridelint:ignore -- everything is fine
RUN touch /ready \
    # want@+1 `root-user finds nothing here` at `root-user`
    # stridelint:ignore root-user -- the installer wants it
    && chmod 644 /ready
# want@+1 `stands behind an instruction` at `root-user`
USER root # stridelint:ignore root-user -- port 80
