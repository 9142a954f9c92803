FROM debian:12.8-slim
# want@+1 `its last USER is \+0` at `+0`
USER +0
CMD ["id"]
