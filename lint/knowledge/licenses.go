package knowledge

import "strings"

// notLicenses is what people write for licenses that have other identifiers, in lower case (https://spdx.org/licenses/).
const notLicenses = " agpl agplv3 apache apache2 apache-2 apachev2 bsd bsd-2 bsd-3 bsd2 bsd3 commercial copyright gpl gpl2 gpl3 gplv2 gplv3" +
	" isc-license lgpl lgpl2 lgpl3 lgplv2 lgplv3 mit-license mpl mpl2 mplv2 none other private proprietary unlicensed unknown "

// isLicenseExpression tells whether s has the form of an SPDX license expression: identifiers joined by AND, OR and WITH, in
// parentheses or not (https://spdx.github.io/spdx-spec/v2.3/SPDX-license-expressions/). Which identifiers there are changes every few
// months, so only those that are known to be none are refused.
func isLicenseExpression(s string) bool {
	s = strings.NewReplacer("(", " ( ", ")", " ) ").Replace(s)
	open, operand := 0, true // whether an identifier or a ( must follow
	for token := range strings.FieldsSeq(s) {
		switch token {
		case "(":
			if !operand {
				return false
			}
			open++
			continue
		case ")":
			if open--; operand || open < 0 {
				return false
			}
			continue
		case "AND", "OR", "WITH", "and", "or", "with":
			if operand {
				return false
			}
		default:
			if !operand || !isLicense(token) {
				return false
			}
		}
		operand = !operand
	}
	return !operand && open == 0
}

// isLicense tells whether a word can be the identifier of a license or of an exception.
func isLicense(id string) bool {
	id = strings.TrimSuffix(id, "+")
	return strings.Trim(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-:") == "" && id != "" &&
		(isLetter(id[0]) || isDigit(id[0])) && !strings.Contains(notLicenses, " "+strings.ToLower(id)+" ")
}
