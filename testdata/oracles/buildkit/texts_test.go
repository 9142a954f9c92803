package buildkit

import (
	"io/fs"
	"testing/fstest"
)

// texts is Dockerfiles of which each turns on one thing. Images without a registry are known to set no variables or some.
var texts = []string{
	"FROM alpine\nWORKDIR /a\nWORKDIR ~/b\nWORKDIR c\n",
	"FROM alpine\n# check=skip=JSONArgsRecommended\nCMD a b\n",
	// Names of stages.
	"FROM scratch AS a\nFROM scratch AS A\nFROM scratch AS a\n",
	"FROM scratch AS context\nFROM scratch AS Scratch\n",
	"FROM alpine AS alpine\nFROM scratch AS contexts\n",
	"FROM alpine AS base\nFROM base AS next\nFROM next\n",

	// Case.
	"from alpine as a\nFROM alpine AS b\nrun true\n",
	"FROM alpine as a\nFROM alpine As b\nFROM alpine AS c\nfrom alpine AS d\n",
	"From alpine as a\nFrom alpine AS b\n",
	"FROM alpine\nrun true\n",
	"FROM alpine\nRun true\nrUN true\n",
	"arg A\narg B\narg C\nFROM alpine\nRUN true\n",
	"FROM alpine\nru\\\nn true\n",
	"FROM alpine\nonbuild run true\nONBUILD run true\n",
	"FROM alpine AS Build\nFROM alpine AS build2\n",
	"FROM alpine\nEXPOSE 80/TCP 81/udp\nEXPOSE 82/Sctp\n",

	// Continuation.
	"FROM alpine\nRUN a \\\n\n b\n",
	"FROM alpine\nRUN a \\\n # c\n\n b \\\n\n\n c\nENV A=1 \\\n\n",
	"FROM alpine\nRUN a \\\n #\n b\n\nCOPY <<E /x\n\nE\n",
	"ARG A=1 \\\n\n B=2\nFROM alpine\n",

	// Variables.
	"FROM alpine:$A\n",
	"ARG A=1\nFROM alpine:$A$B AS x\nFROM --platform=$C alpine\n",
	"ARG A\nFROM alpine:$A\n",
	"ARG A\nFROM ${A}\n",
	"ARG A=\"\"\nFROM x${A}y\n",
	"ARG A=Alpine\nFROM $A\n",
	"ARG A=a:b:c\nFROM $A\n",
	"ARG A=@\nFROM alpine$A\n",
	"ARG A=sha256:0\nFROM alpine@$A\n",
	"ARG A\nFROM alpine:${A:-3}\nFROM alpine${A:+:x}\n",
	"ARG A=3\nARG B=alpine:$A\nFROM $B\n",
	"ARG A\nARG B=alpine:$A\nFROM $B\n",
	"FROM --platform=$BUILDPLATFORM alpine\nFROM --platform=${TARGETOS}/$TARGETARCH alpine\n",
	"FROM alpine:$TARGETARCH\nFROM alpine:x$TARGETVARIANT\n",
	"FROM alpine:x-$BUILDVARIANT AS base-\nFROM alpine:$TARGETOSVERSION\n",
	"FROM alpine\nCOPY $A $B/ /c$D\n",
	"FROM alpine\nADD --chown=$A --chmod=$B x /y\nCOPY --chown=$C:$D x y\n",
	"FROM alpine\nENV A=$B $C=d E=${F:-g}${H-}${I:+j}\nENV K $L m\n",
	"FROM alpine\nLABEL a=$A b=\"$B\" c='$C' d=\\$D\n",
	"FROM alpine\nUSER $A\nWORKDIR /$B\nVOLUME $C [\"$D\"]\nSTOPSIGNAL SIG$E\n",
	"FROM alpine\nVOLUME [\"/$D\"]\nWORKDIR \"/$E f\"\n",
	"FROM alpine\nARG A=$B\nARG C=$A D=$E F=$D\n",
	"FROM alpine\nARG A\nARG A=$A\nENV B=$A\n",
	"FROM alpine\nENV A=1 B=$A\nENV C=$A$B\n",
	"FROM alpine\nENV PATH=$PATH:/x HOME=$HOME\n",
	"FROM alpine\nRUN --mount=type=bind,source=$A,target=/b echo $C\nRUN --mount=type=cache,target=/x,id=$D true\n",
	"FROM alpine\nRUN echo $A\nCMD echo $B\nENTRYPOINT [\"$C\"]\nHEALTHCHECK CMD $D\nSHELL [\"$E\"]\nONBUILD ENV F=$G\n",
	"FROM alpine\nCOPY <<A <<\"B\" /x/\n$C ${D:-e}\nA\n$F\nB\n",
	"FROM alpine\nENV A=$1 B=$? C=$$ D=$@\n",
	"FROM alpine\nENV A=$B\\$C D=\"\\$E\"\n",
	"# escape=`\nFROM alpine\nENV A=`$B C=$D\nWORKDIR /a\n",
	"ARG A=1\nFROM alpine\nENV B=$A\nARG A\nENV C=$A\nFROM alpine\nENV D=$A\n",
	"FROM alpine AS a\nARG A=1\nENV B=2\nFROM a\nENV C=$A$B\nFROM alpine\nENV D=$A$B\n",
	"FROM alpine\nENV A=$TARGETARCH B=$HTTP_PROXY\nARG TARGETARCH\nENV C=$TARGETARCH\n",
	"FROM scratch\nENV A=$B\n",
	"FROM node\nENV A=$NODE_VERSION B=$GOPATH\n",
	"FROM python:3.13\nENV A=$NODE_VERSION B=$PYTHON_VERSION\n",
	"FROM registry.example/a:1\nENV A=$B\nENV C=$D\nARG D\nENV E=$FOLDR\nENV FOLDER=1\nENV G=$FOLDR\n",
	"ARG A=$B\nFROM alpine\n",
	"FROM alpine\nEXPOSE $A\n",
	"FROM Alpine\n",
	"FROM alpine\nARG BUILDKIT_SBOM_SCAN_STAGE=$BUILDKIT_SBOM_SCAN_CONTEXT\n",

	// Folders to work in.
	"FROM alpine\nWORKDIR a\nWORKDIR b\n",
	"FROM alpine\nWORKDIR /a\nWORKDIR b\n",
	"FROM alpine AS a\nWORKDIR a\nFROM a\nWORKDIR b\nFROM alpine\nWORKDIR c\n",
	"FROM alpine\nENV A=/a B=b\nWORKDIR $A\nFROM alpine\nENV B=b\nWORKDIR $B\n",
	"FROM alpine\nWORKDIR $A\n",
	"FROM alpine\nARG A\nWORKDIR $A/b\n",
	"FROM alpine\nWORKDIR \"/a b\"\nFROM alpine\nWORKDIR 'a b'\nFROM alpine\nWORKDIR .\n",
	"FROM alpine\nWORKDIR c:\\\\x\nFROM alpine\nWORKDIR C:/x\nFROM alpine\nWORKDIR \\\\x\n",

	// CMD, ENTRYPOINT and HEALTHCHECK.
	"FROM alpine\nCMD [\"a\"]\nCMD [\"b\"]\nCMD [\"c\"]\n",
	"FROM alpine\nENTRYPOINT [\"a\"]\nHEALTHCHECK NONE\nHEALTHCHECK CMD b\nENTRYPOINT [\"c\"]\nCMD []\n",
	"FROM alpine AS a\nCMD [\"a\"]\nFROM a\nCMD [\"b\"]\nONBUILD CMD [\"c\"]\nONBUILD CMD [\"d\"]\n",
	"FROM alpine\nCMD a\nENTRYPOINT b \\\n  c\nHEALTHCHECK CMD d\n",
	"FROM alpine\nCMD\nENTRYPOINT\n",
	"FROM alpine\nCMD [a]\nENTRYPOINT ['b']\n",
	"FROM alpine\nSHELL [\"/bin/sh\"]\nCMD a\nFROM alpine\nCMD b\nSHELL [\"/bin/sh\"]\nENTRYPOINT c\n",
	"FROM alpine AS a\nSHELL [\"/bin/sh\"]\nFROM a AS b\nFROM b\nCMD c\n",
	"FROM alpine AS a\nCMD a\nSHELL [\"/bin/sh\"]\nFROM a\nCMD b\n",
	"FROM alpine AS a\nONBUILD CMD b\nFROM a\nENTRYPOINT [\"c\"]\n",

	// ENV, LABEL and MAINTAINER.
	"FROM alpine\nENV A b\nENV C=d\nLABEL e f g\nLABEL h=i j=\"k l\"\nENV M \"n=o\"\n",
	"FROM alpine\nENV A=b c=d\nENV E\\\n f\n",
	"FROM alpine\nMAINTAINER me\nmaintainer you\n",

	// Platforms.
	"FROM --platform=linux/amd64 alpine\nFROM --platform=arm64 alpine AS x\nFROM --platform=linux alpine AS y\n",
	"FROM --platform=linux/amd64 alpine AS amd64\nFROM --platform=linux/arm64 alpine AS for-linux\nFROM --platform=linux/arm64 alpine AS arm\n",
	"FROM --platform=linux/x86_64 alpine AS x86_64\nFROM --platform=linux/aarch64 alpine AS arm64-tools\nFROM --platform=linux/arm/v7 alpine AS alarm\n",
	"FROM --platform=\"linux/s390x\" alpine\nFROM --platform=LINUX/AMD64 alpine\nFROM --platform=macos/arm64 alpine AS darwin\n",
	"ARG P=linux/amd64\nFROM --platform=$P alpine\nFROM --platform=linux/$TARGETARCH alpine\nFROM --platform=${Q:-linux/amd64} alpine\n",
	"FROM --platform=$TARGETPLATFORM alpine\nFROM --platform=${TARGETPLATFORM} alpine\nFROM --platform=\"$TARGETPLATFORM\" alpine\n",
	"FROM --platform=${TARGETPLATFORM:-linux/arm64} alpine\nFROM --platform=${TARGETPLATFORM-x} alpine\nFROM --platform=${TARGETPLATFORM:?x} alpine\n",
	"FROM --platform=$TARGETPLATFORM$NONE alpine\nFROM --platform=${TARGETPLATFORM:-$BUILDPLATFORM} alpine\nFROM --platform=$BUILDPLATFORM alpine\n",
	"FROM --platform=${TARGETPLATFORM:+linux/amd64} alpine\nFROM --platform=${TARGETPLATFORM\\:-x} alpine\n",
	"ARG TARGETPLATFORM=linux/arm64\nFROM --platform=$TARGETPLATFORM alpine\n",

	// Ports.
	"FROM alpine\nEXPOSE 80 0 65535 8000-8010 53/udp 1-1\n",
	"FROM alpine\nEXPOSE 127.0.0.1:80:80 81\nEXPOSE 82:83\nEXPOSE [::1]:84:84/tcp\n",
	"FROM alpine\nEXPOSE 1$A:80\n",
	"FROM alpine\nARG A=1:2\nEXPOSE $A \"3:4\"\n",

	// Descriptions.
	"# A is it\nARG A\n# not it\nARG B=1\n# C\nARG C\n#D x\nARG D\n# e\nFROM alpine AS e\n# f\nFROM alpine AS F\n",
	"# x\n#\nARG A\n# y\n# B is it\nARG B\n# C is it\n# z\nARG C\n\n# w\n\nARG D\nFROM alpine\n# B\nARG E B=1\n# v\nARG F G\n",
	"# syntax=x\n# check=error=true\nARG A\n# escape=`\nFROM alpine AS b\n# c\nRUN true\nARG D\n",
	"# x\nFROM alpine\n# FROM\nFROM alpine AS From\n# base\nFROM alpine AS Base\n# Base\nFROM alpine AS Base2\n",
	"# hadolint ignore=DL3006\nFROM alpine AS a\n# renovate: x\nARG B=1\n# check=skip=JSONArgsRecommended\nARG C\n",
	"  # A is it\nARG A\nFROM alpine\n",
	"FROM alpine\n# check=skip=LegacyKeyValueFormat\nENV A b\n",
}

// given is a Dockerfile with the files that its build is given.
type given struct {
	name, dockerfile string
	content          map[string]string
}

func (g given) files() fs.FS {
	files := fstest.MapFS{}
	for name, text := range g.content {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// ignoreFile is the ignore file that a sample is built with.
func (s *sample) ignoreFile() string {
	for _, name := range []string{"Dockerfile.dockerignore", ".dockerignore"} {
		if text, err := fs.ReadFile(s.context, name); err == nil {
			return "\n" + string(text)
		}
	}
	return ""
}

var contexts = []given{
	{"plain", "FROM scratch\nCOPY a b ./c d/e /x/\nADD a /y\nADD https://example.com/a /z\nCOPY --from=0 a /w\n", map[string]string{".dockerignore": "a\nc\nd\n"}},
	{"own", "FROM scratch\nCOPY a /a\nCOPY b /b\n", map[string]string{".dockerignore": "a\n", "Dockerfile.dockerignore": "b\n"}},
	{"none", "FROM scratch\nCOPY a /a\n", nil},
	{"empty", "FROM scratch\nCOPY a /a\n", map[string]string{".dockerignore": "# a\n\n"}},
	{"all", "FROM scratch\nCOPY . /a\nCOPY a /b\nCOPY ./ /c\n", map[string]string{".dockerignore": "*\n"}},
	{"wild", "FROM scratch\nCOPY *.go a*.go x/*.go /a/\n", map[string]string{".dockerignore": "*.go\n"}},
	{"deep", "FROM scratch\nCOPY a/b/c.md c.md x.txt /a/\nCOPY a/.git /b\n", map[string]string{".dockerignore": "**/*.md\n**/.git\n"}},
	{"quoted", "FROM scratch\nARG A=a\nCOPY [\"a b\", \"/x\"]\nCOPY $A \"$A\" /y/\n", map[string]string{".dockerignore": "a b\na\n"}},
	{"parents", "FROM scratch\nCOPY --parents a/./b /x\nCOPY <<a /y\nz\na\n", map[string]string{".dockerignore": "a/b\n"}},
	{"dots", "FROM scratch\nCOPY . /x\nCOPY .env /y\n", map[string]string{".dockerignore": ".*\n"}},
	{"exceptions", "FROM scratch\nCOPY a /x\nCOPY b /y\nCOPY src /z\n", map[string]string{".dockerignore": "*\n!b\n!src/x\n"}},
	{"rooted", "FROM scratch\nCOPY /a /x\nCOPY ../a /x\n", map[string]string{".dockerignore": "a\n"}},
	{"malformed", "FROM scratch\nCOPY a /x\n", map[string]string{".dockerignore": "a\n[\n"}},
}
