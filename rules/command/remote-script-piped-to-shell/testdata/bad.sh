#!/bin/bash
# want@+1 `script runs what sh.example.com sends` at `https://sh.example.com`
curl --proto '=https' --tlsv1.2 -sSf https://sh.example.com | sh -s -- -y

URL=https://raw.example.com/install.sh
# want@+1 `runs what raw.example.com` at `"$URL"`
curl -o- "$URL" | bash

# want@+1 `runs what` at `"https://dl.example.com/$VERSION/setup.run"`
wget -q "https://dl.example.com/$VERSION/setup.run" -O "$HOME/setup.run"
chmod 755 "$HOME/setup.run"
sudo "$HOME/setup.run" --silent
