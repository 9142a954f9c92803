#!/bin/zsh
# Another shell's language is no error of the script: what bash cannot read is passed over.
docker pull registry.example.com/web:1.0
for image (web worker) { docker pull registry.example.com/$image:1.0 }
if [ -n "$1" ]; then
