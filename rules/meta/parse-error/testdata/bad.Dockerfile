FROM debian:12.8-slim
COPY app /app
# want@+1 `unknown instruction` at `USRE`
USRE 10001
CMD ["/app"]
