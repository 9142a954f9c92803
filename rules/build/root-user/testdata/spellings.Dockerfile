FROM registry.example.com/platform/base:4
COPY collect /usr/local/bin/collect
# want@+1 `final stage runs as root: its last USER is 0:0` at `0:0`
USER 0:0
CMD ["collect"]
