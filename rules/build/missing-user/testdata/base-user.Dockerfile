FROM golang:1.26 AS build
COPY . /src
RUN cd /src && CGO_ENABLED=0 go build -o /probe .

# The image itself runs as an unprivileged user.
FROM gcr.io/distroless/static-debian12:nonroot
COPY --from=build /probe /probe
ENTRYPOINT ["/probe"]
