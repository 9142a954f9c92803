ARG VERSION=3.22
# want@+1 `AS is written otherwise than its FROM, which would have as` at `AS`
from alpine:$VERSION AS base
LABEL a=b
# want@-1 `LABEL is written otherwise than most instructions, which would have label` at `LABEL`
run true
