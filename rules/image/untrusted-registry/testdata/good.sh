docker build -t stranger/app .
docker run --rm stranger/app
docker run --rm "$IMAGE"
docker run --rm nginx
