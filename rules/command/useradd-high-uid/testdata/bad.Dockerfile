FROM debian:12.8-slim
# want@+1 `final stage adds a user with ID 1234567: the layer holds logs with an entry for every lower ID` at `1234567`
RUN groupadd shop && useradd -m -u 1234567 shop
# want@+1 `ID 100000` at `100000`
RUN sudo useradd --uid=100000 --gid 0 shop
