FROM debian:12.8-slim
RUN groupadd docker && useradd -m docker && adduser --disabled-password docker
RUN usermod -aG sudo,dockerroot vscode && addgroup -S docker && gpasswd -d ci docker
RUN echo usermod -aG docker vscode && id docker
