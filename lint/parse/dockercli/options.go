package dockercli

import "strings"

// option is one option of a command.
type option struct {
	name  string // the long name
	short byte   // the letter, or 0
	value bool   // it takes a value; else it is a boolean, which takes one only behind =
}

// table is the options of a command between blanks: the long name, behind a comma the letter, and = if it takes a value.
// No name or letter means two things.
type table string

// long finds an option by its name.
func (t table) long(name string) (option, bool) {
	if name == "" || strings.ContainsAny(name, " ,=") {
		return option{}, false
	}
	for at := 0; ; {
		i := strings.Index(string(t[at:]), name)
		if i < 0 {
			return option{}, false
		}
		at += i
		end := at + len(name)
		if (at == 0 || t[at-1] == ' ') && (end == len(t) || strings.IndexByte(" ,=", t[end]) >= 0) {
			return t.option(at), true
		}
		at = end
	}
}

// letter finds an option by its short name.
func (t table) letter(short byte) (option, bool) {
	for at := 0; ; {
		comma := strings.IndexByte(string(t[at:]), ',')
		if comma < 0 {
			return option{}, false
		}
		if at += comma + 2; t[at-1] == short {
			return t.option(strings.LastIndexByte(string(t[:at]), ' ') + 1), true
		}
	}
}

// option is the option that is written at a place.
func (t table) option(at int) option {
	text, _, _ := strings.Cut(string(t[at:]), " ")
	var o option
	text, o.value = strings.CutSuffix(text, "=")
	name, letter, found := strings.Cut(text, ",")
	o.name = name
	if found {
		o.short = letter[0]
	}
	return o
}

// globalOptions is what stands between the program and its subcommand
// (https://docs.docker.com/reference/cli/docker/, https://docs.podman.io/en/latest/markdown/podman.1.html).
const globalOptions table = "address,a= bridge-ip= cgroup-manager= cni-config-dir= cni-netconfpath= cni-path= config= conmon= connection= context,c= " +
	"cpu-profile= data-root= debug,D debug-full default-mounts-file= events-backend= experimental help hooks-dir= host,H= " +
	"host-gateway-ip= hosts-dir= identity= imagestore= insecure-registry kube-hide-dupe log-level,l= max-workers= memory-profile= " +
	"module= namespace,n= network-cmd-path= network-config-dir= out= pull-option= registries-conf= remote,r root= runroot= " +
	"runtime= runtime-flag= snapshotter= ssh= storage-driver= storage-opt= syslog tls tlscacert= tlscert= tlskey= tlsverify " +
	"tmpdir= trace transient-store url= version,v volumepath="

// runOptions is every option of docker run and docker create 28, hidden ones included
// (https://docs.docker.com/reference/cli/docker/container/run/), with what podman 5
// (https://docs.podman.io/en/latest/markdown/podman-run.1.html) and nerdctl 2
// (https://github.com/containerd/nerdctl/blob/main/docs/command-reference.md) add.
const runOptions table = "add-host= annotation= arch= attach,a= authfile= blkio-weight= blkio-weight-device= cap-add= cap-drop= cert-dir= cgroup-conf= " +
	"cgroup-parent= cgroupns= cgroups= chrootdirs= cidfile= conmon-pidfile= cosign-certificate-identity= " +
	"cosign-certificate-identity-regexp= cosign-certificate-oidc-issuer= cosign-certificate-oidc-issuer-regexp= cosign-key= " +
	"cpu-count= cpu-percent= cpu-period= cpu-quota= cpu-rt-period= cpu-rt-runtime= cpu-shares,c= cpus= cpuset-cpus= cpuset-mems= " +
	"creds= decryption-key= detach,d detach-keys= device= device-cgroup-rule= device-read-bps= device-read-iops= " +
	"device-write-bps= device-write-iops= disable-content-trust dns= dns-opt= dns-option= dns-search= domainname= entrypoint= " +
	"env,e= env-file= env-host env-merge= expose= gidmap= gpus= group-add= group-entry= health-cmd= health-interval= " +
	"health-log-destination= health-max-log-count= health-max-log-size= health-on-failure= health-retries= health-start-interval= " +
	"health-start-period= health-startup-cmd= health-startup-interval= health-startup-retries= health-startup-success= " +
	"health-startup-timeout= health-timeout= healthcheck-command= healthcheck-interval= healthcheck-retries= " +
	"healthcheck-start-period= healthcheck-timeout= help hostname,h= hosts-file= hostuser= http-proxy image-volume= init " +
	"init-binary= init-ctr= init-path= interactive,i io-maxbandwidth= io-maxiops= ip= ip6= ipc= ipfs-address= isolation= " +
	"kernel-memory= label,l= label-file= link= link-local-ip= log-driver= log-opt= mac-address= memory,m= memory-reservation= " +
	"memory-swap= memory-swappiness= mount= name= net= net-alias= network= network-alias= no-healthcheck no-hostname no-hosts " +
	"oom-kill-disable oom-score-adj= os= override-arch= override-os= override-variant= passwd passwd-entry= personality= pid= " +
	"pidfile= pids-limit= platform= pod= pod-id-file= preserve-fd= preserve-fds= privileged publish,p= publish-all,P pull= " +
	"quiet,q rdt-class= read-only read-only-tmpfs replace requires= restart= retry= retry-delay= rm rmi rootfs runtime= sdnotify= " +
	"seccomp-policy= secret= security-opt= shm-size= shm-size-systemd= sig-proxy signature-policy= stop-signal= stop-timeout= " +
	"storage-opt= subgidname= subuidname= sysctl= systemd= timeout= tls-verify tmpfs= tty,t tz= uidmap= ulimit= umask= unsetenv= " +
	"unsetenv-all use-api-socket user,u= userns= uts= variant= verify= volume,v= volume-driver= volumes-from= workdir,w="

// execOptions is those of exec (https://docs.docker.com/reference/cli/docker/container/exec/).
const execOptions table = "cidfile= detach,d detach-keys= env,e= env-file= help interactive,i latest,l no-session preserve-fd= preserve-fds= privileged " +
	"tty,t user,u= workdir,w="

// buildOptions is those of build and buildx build, hidden ones included (https://docs.docker.com/reference/cli/docker/buildx/build/),
// with what podman and buildah (https://docs.podman.io/en/latest/markdown/podman-build.1.html) and nerdctl add.
const buildOptions table = "add-history add-host= all-platforms allow= annotation= arch= attest= authfile= build-arg= build-arg-file= build-context= " +
	"builder= buildkit-host= cache-from= cache-to= cache-ttl= call= cap-add= cap-drop= cert-dir= cgroup-parent= cgroupns= check " +
	"compat-volumes compress cpp-flag= cpu-period= cpu-quota= cpu-shares,c= cpuset-cpus= cpuset-mems= created-annotation creds= " +
	"cw= debug,D decryption-key= detach device= disable-compression disable-content-trust dns= dns-option= dns-search= env= " +
	"file,f= force-compression force-rm format= from= group-add= help hooks-dir= http-proxy identity-label ignorefile= iidfile= " +
	"inherit-annotations inherit-labels invoke= ipc= ipfs ipfs-address= isolation= jobs= label= layer-label= layers load logfile= " +
	"loglevel= logsplit manifest= memory,m= memory-swap= metadata-file= net= network= no-cache no-cache-filter= no-hostname " +
	"no-hosts no-pivot omit-history os= os-feature= os-version= output,o= pid= platform= policy= print= progress= provenance= " +
	"pull pull-always pull-never push quiet,q retry= retry-delay= rewrite-timestamp rm root= runtime= runtime-flag= sbom= " +
	"sbom-image-output= sbom-image-purl-output= sbom-merge-strategy= sbom-output= sbom-purl-output= sbom-scanner-command= " +
	"sbom-scanner-image= secret= security-opt= server-config= shm-size= sign-by= signature-policy= skip-unused-stages " +
	"source-date-epoch= squash squash-all ssh= stdin stream tag,t= target= timestamp= tls-verify transient-mount= ulimit= " +
	"unsetannotation= unsetenv= unsetlabel= userns= userns-gid-map= userns-gid-map-group= userns-uid-map= userns-uid-map-user= " +
	"uts= variant= volume,v="

// buildxOptions is what stands between buildx and its subcommand.
const buildxOptions table = "builder= debug,D help"

// bakeOptions is those of buildx bake (https://docs.docker.com/reference/cli/docker/buildx/bake/).
const bakeOptions table = "allow= builder= call= check debug,D file,f= help list= load metadata-file= no-cache print progress= provenance= pull push " +
	"sbom= set= var="

// imagetoolsOptions is those of buildx imagetools create (https://docs.docker.com/reference/cli/docker/buildx/imagetools/create/).
const imagetoolsOptions table = "annotation= append builder= debug,D dry-run file,f= help metadata-file= platform= prefer-index progress= tag,t="

// commitOptions is those of commit (https://docs.docker.com/reference/cli/docker/container/commit/,
// https://docs.podman.io/en/latest/markdown/podman-commit.1.html).
const commitOptions table = "authfile= author,a= cert-dir= change,c= compression= config= creds= disable-compression,D dry-run estargz " +
	"estargz-chunk-size= estargz-compression-level= estargz-min-chunk-size= format,f= help identity-label iidfile= " +
	"include-volumes,i index= manifest= message,m= no-pause pause,p quiet,q rm sign-by= squash,s tls-verify zstdchunked " +
	"zstdchunked-chunk-size= zstdchunked-compression-level="

// pushOptions is those of push (https://docs.docker.com/reference/cli/docker/image/push/,
// https://docs.podman.io/en/latest/markdown/podman-push.1.html), of images and of manifests.
const pushOptions table = "add-compression= all all-platforms all-tags,a allow-nondistributable-artifacts authfile= cert-dir= compress " +
	"compression-format= compression-level= cosign-key= creds= digestfile= disable-compression,D disable-content-trust " +
	"encrypt-layer= encryption-key= estargz force-compression format,f= help insecure ipfs-address= ipfs-ensure-image " +
	"notation-key-name= platform= purge,p quiet,q remove-signatures retry= retry-delay= rm sign= sign-by= sign-by-sigstore= " +
	"sign-by-sigstore-private-key= sign-by-sq-fingerprint= sign-passphrase-file= soci-min-layer-size= soci-span-size= tls-verify"

// manifestOptions is those of manifest create, add and inspect (https://docs.docker.com/reference/cli/docker/manifest/create/,
// https://docs.podman.io/en/latest/markdown/podman-manifest-add.1.html).
const manifestOptions table = "all amend,a annotation= arch= authfile= cert-dir= creds= features= help insecure os= os-version= tls-verify variant= verbose,v"

// pullOptions is those of pull (https://docs.docker.com/reference/cli/docker/image/pull/).
const pullOptions table = "all-platforms all-tags,a arch= authfile= cert-dir= cosign-certificate-identity= cosign-certificate-identity-regexp= " +
	"cosign-certificate-oidc-issuer= cosign-certificate-oidc-issuer-regexp= cosign-key= creds= decryption-key= " +
	"disable-content-trust help ipfs-address= os= platform= policy= quiet,q remove-signatures retry= retry-delay= " +
	"signature-policy= soci-index-digest= tls-verify unpack= variant= verify="

// loginOptions is those of login (https://docs.docker.com/reference/cli/docker/login/,
// https://docs.podman.io/en/latest/markdown/podman-login.1.html), with the --email of old.
const loginOptions table = "authfile= cert-dir= compat-auth-file= email,e= get-login help password,p= password-stdin secret= tls-verify username,u= verbose,v"

// trustOptions is those of trust sign and of tag, which has none.
const trustOptions table = "help local"

// composeOptions is what stands between compose and its subcommand (https://docs.docker.com/reference/cli/docker/compose/);
// those of the docker-compose of old among it.
const composeOptions table = "all-resources ansi= compatibility context,c= debug,D dry-run env-file= file,f= help,h host,H= insecure-registry= " +
	"ipfs-address= log-level= no-ansi parallel= podman-args= podman-build-args= podman-path= podman-run-args= profile= progress= " +
	"project-directory= project-name,p= skip-hostname-check tls tlscacert= tlscert= tlskey= tlsverify verbose version,v workdir="

// composeRunOptions is those of compose run (https://docs.docker.com/reference/cli/docker/compose/run/).
const composeRunOptions table = "build cap-add= cap-drop= detach,d dry-run entrypoint= env,e= env-from-file= help interactive,i label,l= name= no-TTY,T " +
	"no-deps publish,p= pull= quiet,q quiet-build quiet-pull remove-orphans rm service-ports,P tty,t use-aliases user,u= " +
	"volume,v= workdir,w="

// composeExecOptions is those of compose exec (https://docs.docker.com/reference/cli/docker/compose/exec/).
const composeExecOptions table = "detach,d dry-run env,e= help index= interactive,i no-TTY,T privileged tty,t user,u= workdir,w="

// composeBuildOptions is those of compose build (https://docs.docker.com/reference/cli/docker/compose/build/).
const composeBuildOptions table = "build-arg= builder= check compress dry-run force-rm help memory,m= no-cache no-rm parallel print progress= provenance= pull " +
	"push quiet,q sbom= ssh= with-dependencies"

// composePushOptions is those of compose push (https://docs.docker.com/reference/cli/docker/compose/push/).
const composePushOptions table = "dry-run help ignore-push-failures include-deps quiet,q"
