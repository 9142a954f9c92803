# want@+1 `comes from quay\.io/stranger, which is not among` at `quay.io/stranger/builder:1.4`
FROM quay.io/stranger/builder:1.4 AS build
# want@+1 `comes from docker\.io/stranger,` at `stranger/tools`
COPY --from=stranger/tools /bin/tool /bin/tool
# want@+1 `comes from registry\.example\.com\.evil\.test,` at `registry.example.com.evil.test/base`
FROM registry.example.com.evil.test/base
USER 10001
