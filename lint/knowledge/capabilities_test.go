package knowledge

import (
	"strings"
	"testing"
)

func TestDangerousCapability(t *testing.T) {
	dangerous := []string{"SYS_ADMIN", "sys_admin", "CAP_SYS_ADMIN", "cap_sys_admin", "ALL", "all", "CAP_ALL", "SYS_MODULE", "SYS_PTRACE",
		"SYS_RAWIO", "SYS_BOOT", "DAC_READ_SEARCH", "BPF", "PERFMON", "MAC_ADMIN", "MAC_OVERRIDE"}
	for _, name := range dangerous {
		if why, ok := DangerousCapability(name); !ok || !strings.HasPrefix(why, "it ") && !strings.Contains(why, " it ") {
			t.Errorf("%s: %q, %t", name, why, ok)
		}
	}
	for _, name := range []string{"", "CAP_", "NET_BIND_SERVICE", "NET_RAW", "CHOWN", "DAC_OVERRIDE", "MKNOD", "SYS_TIME", "SYS_NICE", "IPC_LOCK",
		"NET_ADMIN", "SYSADMIN", "CAP_CAP_SYS_ADMIN", "SYS_ADMIN "} {
		if _, ok := DangerousCapability(name); ok {
			t.Errorf("%q is dangerous", name)
		}
	}
}
