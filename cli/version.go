package cli

import (
	"os"
	"regexp"
	"runtime/debug"
	"time"
)

// release is the version that documents name: that of a tagged release, else 开发版. It
// knows neither commit nor platform, so that every build of a release writes the same bytes.
func release() string {
	info, ok := debug.ReadBuildInfo()
	if !ok || !tagged.MatchString(info.Main.Version) {
		return untagged
	}
	return info.Main.Version
}

const untagged = "开发版"

// tagged are versions that a tag gave; a build between two tags has the time and the hash
// of its commit in it, and one of changed files +dirty.
var tagged = regexp.MustCompile(`^v\d+\.\d+\.\d+(?:-(?:alpha|beta|rc)[.\d]*)?$`)

// fullVersion adds what a maintainer asks for: commit, changed files, platform.
func fullVersion() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return untagged
	}
	settings := map[string]string{}
	for _, s := range info.Settings {
		settings[s.Key] = s.Value
	}
	text := release()
	if commit := settings["vcs.revision"]; len(commit) >= 8 {
		text += "（提交 " + commit[:8]
		if settings["vcs.modified"] == "true" {
			text += "，有改动"
		}
		text += "）"
	}
	return text + " " + settings["GOOS"] + "/" + settings["GOARCH"] + " " + info.GoVersion
}

// installed is when this very program came here, zero where the system doesn't say.
func installed() time.Time {
	path, err := os.Executable()
	if err != nil {
		return time.Time{}
	}
	info, err := os.Stat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}
