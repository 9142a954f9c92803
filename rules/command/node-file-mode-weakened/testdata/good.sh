#!/bin/bash
chmod 600 /etc/kubernetes/manifests/etcd.yaml && chmod 0400 /etc/kubernetes/pki/ca.key && chmod 644 /etc/kubernetes/pki/ca.crt
chmod 660 /var/run/docker.sock && chown root:docker /var/run/docker.sock && chown 0:0 /etc/docker/daemon.json
chmod go-rwx /etc/kubernetes/admin.conf && chmod 755 /etc/kubernetes && chmod 700 /var/lib/etcd && chown -R etcd:etcd /var/lib/etcd
mkdir -p "$HOME/.kube" && sudo cp -i /etc/kubernetes/admin.conf "$HOME/.kube/config"
sudo chown "$(id -u):$(id -g)" "$HOME/.kube/config"
chown "$OWNER" /etc/kubernetes/admin.conf
install -m 644 /etc/kubernetes/pki/ca.key /tmp/x
chmod 644 etcd.yaml
