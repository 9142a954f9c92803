FROM docker.io/library/docker:28-cli
# want@+1 `final stage logs in with the password as an argument` at `-p "$TOKEN"`
RUN docker login -u ci -p "$TOKEN" registry.example.com
