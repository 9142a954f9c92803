#!/bin/sh
sudo yum -y install docker-ce
grep -r -- --nogpgcheck .
