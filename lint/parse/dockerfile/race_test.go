//go:build race

package dockerfile

func init() { raceDetector = true }
