#!/bin/bash
for image in web api; do
  # want@+1 `docker push, and nothing here signs an image` at `push`
  docker image push "registry.example.com/shop/$image:$VERSION"
done
