FROM rust:1.84 AS build
WORKDIR /src
COPY . .
RUN cargo build --release --target x86_64-unknown-linux-musl

# want@+1 `final stage sets no user: on scratch it runs as root` at `FROM scratch`
FROM scratch
COPY --from=build /src/target/x86_64-unknown-linux-musl/release/gate /gate
ENTRYPOINT ["/gate"]
