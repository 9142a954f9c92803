#!/bin/bash
# want@+1 `script makes an image of a container as it happens to be, and pushes: others run what nobody can trace` at `commit`
docker commit shop registry.example.com/shop:4.2 && docker push registry.example.com/shop:4.2
# want@+1 `what is in it, and who put it there, stands nowhere` at `commit`
sudo docker --context remote container commit -m "works now" "$id" shop:debug
# want@+1 `stands nowhere` at `commit`
podman commit --change 'CMD ["sh"]' shop shop:debug
