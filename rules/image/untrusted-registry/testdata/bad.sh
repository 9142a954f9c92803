docker run --rm stranger/app:2 # want `image stranger/app:2 comes from docker\.io/stranger,` at `stranger/app:2`
