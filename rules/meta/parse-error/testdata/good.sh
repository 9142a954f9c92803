#!/bin/bash
shopt -s extglob
images=(web worker)
for image in "${images[@]}"; do
  [[ $image == w* ]] && docker pull "registry.example.com/$image:1.0"
done
cat <<'EOF'
if it is quoted, it is "not" parsed
EOF
