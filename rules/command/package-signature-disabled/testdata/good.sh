#!/bin/sh
sudo yum -y install docker-ce
grep -r -- --nogpgcheck .
sed -i 's/gpgcheck=0/gpgcheck=1/' /etc/yum.conf
sed -i '/gpgcheck=0/d' /etc/yum.repos.d/example.repo
