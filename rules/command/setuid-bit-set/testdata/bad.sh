#!/bin/sh
# want@+1 `script sets the setuid bit` at `u+s`
sudo chmod u+s /usr/bin/newuidmap
