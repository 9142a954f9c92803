package yamltree

import (
	"encoding/base64"
	"math"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Bool is the truth value that a scalar has for its consumers. They read YAML 1.1, where y, yes and on, in some mixtures of case,
// are booleans too; quoted or tagged !!str, the same words are strings.
func Bool(n *lint.Node) (value, ok bool) {
	value, ok = Value(n).(bool)
	return value, ok
}

// Int is the whole number that a scalar has for its consumers: decimal, or with 0x, 0o, 0b or a leading 0 in another base, with underscores anywhere.
func Int(n *lint.Node) (value int64, ok bool) {
	value, ok = Value(n).(int64)
	return value, ok
}

// String is the text of a scalar that is a string for its consumers; not ok of numbers, booleans and null.
func String(n *lint.Node) (value string, ok bool) {
	if n != nil && n.Kind == lint.Scalar && n.Tag == "" && (n.Style != lint.Plain || isSurelyText(n.Value)) {
		return n.Value, true
	}
	value, ok = Value(n).(string)
	return value, ok
}

// isSurelyText tells of most texts without quotes, cheaply, that they are no number and none of the words that are not text.
func isSurelyText(text string) bool {
	const longest = len("false")
	return text != "" && !startsNumber(text[0]) && (len(text) > longest || strings.IndexByte(wordStarts, text[0]) < 0)
}

// wordStarts is what null, ~ and the truth values start with.
const wordStarts = "yYnNtTfFoO~"

func startsNumber(c byte) bool { return c == '.' || c == '+' || c == '-' || c >= '0' && c <= '9' }

// Value is what a scalar is for its consumers: nil, a bool, an int64, a uint64 beyond its range, a float64 or a string.
// It resolves as sigs.k8s.io/yaml does, which kubectl reads manifests with. What is no scalar is nil;
// a scalar that its tag does not fit, on which that library fails, is its text.
func Value(n *lint.Node) any {
	if n == nil || n.Kind != lint.Scalar {
		return nil
	}
	if n.Tag == "" && n.Style == lint.Plain {
		return resolvePlain(n.Value)
	}
	switch v := resolvePlain(n.Value).(type) {
	case nil:
		if n.Tag == "!!null" {
			return nil
		}
	case bool:
		if n.Tag == "!!bool" {
			return v
		}
	case int64:
		switch n.Tag {
		case "!!int":
			return v
		case "!!float":
			return float64(v)
		}
	case uint64:
		if n.Tag == "!!int" {
			return v
		}
	case float64:
		if n.Tag == "!!float" {
			return v
		}
	}
	if n.Tag == "!!binary" {
		if data, err := base64.StdEncoding.DecodeString(n.Value); err == nil {
			return string(data)
		}
	}
	return n.Value
}

// resolvePlain is the value of an untagged plain scalar.
func resolvePlain(text string) any {
	if text == "" {
		return nil
	}
	switch c := text[0]; {
	case startsNumber(c):
		return resolveNumber(text)
	case strings.IndexByte(wordStarts, c) < 0:
		return text
	}
	switch text {
	case "y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON":
		return true
	case "n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF":
		return false
	case "~", "null", "Null", "NULL":
		return nil
	}
	return text
}

// resolveNumber is the value of a scalar that starts as a number does.
func resolveNumber(text string) any {
	switch text {
	case ".nan", ".NaN", ".NAN":
		return math.NaN()
	case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF":
		return math.Inf(1)
	case "-.inf", "-.Inf", "-.INF":
		return math.Inf(-1)
	}
	if strings.Trim(text, "0123456789abcdefABCDEFxXoO_+-.") != "" {
		return text // most are amounts and versions: that is cheaper than to have them parsed
	}
	digits := text
	if text[0] != '.' {
		digits = strings.ReplaceAll(text, "_", "")
		if i, err := strconv.ParseInt(digits, 0, 64); err == nil {
			return i
		}
		if u, err := strconv.ParseUint(digits, 0, 64); err == nil {
			return u
		}
	}
	if isDecimal(digits) {
		if f, err := strconv.ParseFloat(digits, 64); err == nil {
			return f
		}
	}
	return text
}

// isDecimal tells whether text is a decimal number with, at most, a sign, a point and an exponent.
func isDecimal(text string) bool {
	text = strings.TrimLeft(text[:1], "+-") + text[1:]
	mantissa, exponent, hasExponent := text, "", false
	if i := strings.IndexAny(text, "eE"); i >= 0 {
		mantissa, exponent, hasExponent = text[:i], text[i+1:], true
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if exponent != "" {
		exponent = strings.TrimLeft(exponent[:1], "+-") + exponent[1:]
	}
	return areDigits(whole) && areDigits(fraction) && whole+fraction != "" &&
		areDigits(exponent) && hasExponent == (exponent != "")
}

func areDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }
