package knowledge_test

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

func TestSensitiveHostPath(t *testing.T) {
	const none = lint.Severity(255)
	for path, want := range map[string]struct {
		writing, reading lint.Severity
		commands         bool
	}{
		"/":                     {lint.Critical, lint.Medium, true},
		"//":                    {lint.Critical, lint.Medium, true},
		"/etc/":                 {lint.High, lint.Medium, true},
		"/srv/../etc/shadow":    {lint.High, lint.High, true},
		"/etc/nginx":            {none, none, false},
		"/etc/cron.daily":       {lint.High, none, true},
		"/usr/share":            {none, none, false},
		"/lib/systemd/system/x": {lint.High, none, true},
		"/proc":                 {lint.High, lint.Low, true},
		"/proc/meminfo":         {none, none, false},
		"/sys/kernel/debug":     {lint.High, lint.Low, true},
		"/var/log":              {lint.Medium, lint.Low, false},
		"/var/log/pods":         {none, none, false},
		"/root":                 {lint.High, lint.Medium, true},
		"/root/.ssh":            {lint.High, lint.Medium, false},
		"/home/a/.ssh/":         {lint.High, lint.Medium, false},
		"/home/a":               {none, none, false},
		"~":                     {lint.High, lint.Medium, false},
		"~/":                    {lint.High, lint.Medium, false},
		"~/.kube":               {lint.Medium, lint.Medium, false},
		"$HOME/.ssh":            {lint.High, lint.Medium, false},
		"${HOME}/.aws":          {lint.Medium, lint.Medium, false},
		"/home/$USER/.ssh":      {lint.High, lint.Medium, false},
		"$HOME":                 {lint.High, lint.Medium, false},
		"${localEnv:HOME}/.ssh": {lint.High, lint.Medium, false},
		"${localEnv:HOME}${localEnv:USERPROFILE}/.aws": {lint.Medium, lint.Medium, false},
		"${localEnv:HOME}/src":                         {none, none, false},
		"$HOMES/.ssh":                                  {none, none, false},
		"/dev":                                         {lint.High, lint.High, false},
		"/dev/fuse":                                    {none, none, false},
		"/var/run/systemd":                             {lint.High, none, true},
		"/etc/crio/":                                   {lint.High, none, true},
		"/etc/containerd/certs.d":                      {none, none, false},
		"/etc/containers/oci/hooks.d":                  {lint.High, none, true},
		"/var/run/dbus":                                {lint.Medium, lint.Medium, true},
		"/var/lib/docker":                              {lint.High, lint.Medium, true},
		"/var/lib/docker/containers":                   {lint.High, lint.Medium, false},
		"/var/lib/docker/volumes/":                     {lint.High, lint.Medium, false},
		"/var/lib/etcd/member":                         {lint.Critical, lint.Critical, true},
		"/var/lib/kubelet/plugins/a":                   {none, none, false},
		"/opt/cni/bin":                                 {lint.High, none, true},
		"etc":                                          {none, none, false},
		"":                                             {none, none, false},

		"/proc/sys/net":                           {lint.High, none, true},
		"/etc/kubernetes":                         {lint.Critical, lint.Critical, true},
		"/etc/kubernetes/admin.conf":              {lint.Critical, lint.Critical, true},
		"/etc/kubernetes/encryption-config.yaml":  {lint.Critical, lint.Critical, true},
		"/etc/kubernetes/kubelet.conf":            {lint.Critical, lint.High, true},
		"/etc/kubernetes/pki/etcd":                {lint.Critical, lint.Critical, true},
		"/etc/kubernetes/pki/ca.crt":              {lint.Critical, none, true},
		"/etc/kubernetes/manifests":               {lint.Critical, none, true},
		"/etc/kubernetes/azure.json":              {lint.Critical, lint.High, false},
		"/etc/kubernetes/node-feature-discovery/": {none, none, false},

		`C:\`:                          {lint.Critical, lint.Medium, true},
		"c:":                           {lint.Critical, lint.Medium, true},
		`C:\Windows\System32\`:         {lint.High, none, true},
		`C:\Program Files`:             {lint.High, none, true},
		`C:\Users\me\.ssh`:             {lint.High, lint.Medium, false},
		`C:\Users\me\shop`:             {none, none, false},
		`C:\var\lib\kubelet\`:          {lint.Critical, lint.High, true},
		`C:\var\lib\kubelet\plugins\x`: {none, none, false},
		`D:\data`:                      {none, none, false},
	} {
		for readOnly, severity := range map[bool]lint.Severity{false: want.writing, true: want.reading} {
			gain, found := knowledge.SensitiveHostPath(path, readOnly)
			switch {
			case found != (severity != none):
				t.Errorf("%q, read-only %v: found is %v", path, readOnly, found)
			case found && gain.Severity != severity:
				t.Errorf("%q, read-only %v is of severity %v, not %v", path, readOnly, gain.Severity, severity)
			case !readOnly && gain.CommandsHost != want.commands:
				t.Errorf("%q commands the host: %v", path, gain.CommandsHost)
			}
		}
	}
}

func TestRawDevice(t *testing.T) {
	for device, want := range map[string]bool{
		"/dev/disk/by-id/x": true, "/dev/cpu/0/msr": true, "/dev/loop0": true, "/dev/kmsg": true,
		"/dev/null": false, "/dev/fuse": false, "/dev/net/tun": false, "/dev/dri/card0": false, "/dev/snd": false, "/dev/video0": false,
		"/dev/ttyUSB0": false, "/dev/kvm": false, "/dev/sr0": false, "/dev/shm": false, "vendor.com/gpu=all": false, "": false,
	} {
		if gain, _, found := knowledge.RawDevice(device); found != want || found != (gain != "") {
			t.Errorf("%q is a raw device: %v (%s)", device, found, gain)
		}
	}
}

func TestSensitivePortIn(t *testing.T) {
	for _, test := range []struct {
		ports lint.PortRange
		want  string
	}{
		{lint.PortRange{First: 5432, Last: 5432}, "PostgreSQL"},
		{lint.PortRange{First: 2370, Last: 2380}, "the Docker daemon without TLS"},
		{lint.PortRange{First: 80, Last: 443}, ""},
		{lint.PortRange{First: 8080, Last: 8080}, ""},
	} {
		got, found := knowledge.SensitivePortIn(test.ports)
		if got.Service != test.want || found != (test.want != "") || found && !test.ports.Holds(got.Port) {
			t.Errorf("at %v listens %q on %d", test.ports, got.Service, got.Port)
		}
	}
}
