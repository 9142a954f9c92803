#!/bin/sh
# want@+1 `script has yum install what nobody signed` at `--nogpgcheck`
sudo yum -y install --nogpgcheck docker-ce
