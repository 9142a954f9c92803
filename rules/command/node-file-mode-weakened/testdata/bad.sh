#!/bin/bash
# want@+1 `script opens /etc/kubernetes/manifests/etcd.yaml beyond mode 600: others on the node can get at what it is run with` at `644`
chmod 644 /etc/kubernetes/manifests/etcd.yaml
# want@+1 `opens /var/run/docker.sock beyond mode 660` at `666`
sudo chmod 666 /var/run/docker.sock
# want@+1 `opens /etc/kubernetes/admin.conf beyond mode 600` at `o+r`
sudo chmod o+r /etc/kubernetes/admin.conf
# want@+1 `opens /etc/kubernetes/pki beyond mode 700` at `755`
chmod -R 755 /etc/kubernetes/pki
# want@+1 `opens /etc/docker/daemon.json beyond mode 644` at `0577`
chmod 0577 /etc/docker/daemon.json
# want@+1 `opens /etc/kubernetes/manifests/audit.yaml beyond mode 600` at `0640`
install -m 0640 audit.yaml /etc/kubernetes/manifests/
# want@+1 `hands /etc/kubernetes/admin.conf to others than root:root: they can change what the node is run with` at `ubuntu`
sudo chown ubuntu /etc/kubernetes/admin.conf
# want@+1 `hands /var/run/docker.sock to others than root:docker` at `root:users`
chown root:users /var/run/docker.sock
# want@+1 `hands /var/lib/etcd to others than etcd:etcd` at `1000:1000`
chown -R 1000:1000 /var/lib/etcd
