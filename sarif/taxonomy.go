package sarif

import (
	"cmp"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// taxonomies is the catalogues that rules refer to: STRIDE always, CWE if a rule names one of its weaknesses.
type taxonomies []component

const (
	strideIndex = 0
	cweIndex    = 1
)

// threats is STRIDE's six categories, each with what it means for whoever owns the system.
var threats = []struct {
	category lint.Category
	meaning  string
}{
	{lint.Spoofing, "Something or someone passes for another."},
	{lint.Tampering, "Data or code is changed by someone who may not."},
	{lint.Repudiation, "Who did something cannot be proved."},
	{lint.InformationDisclosure, "Someone reads what they may not."},
	{lint.DenialOfService, "A service is exhausted or stopped."},
	{lint.ElevationOfPrivilege, "Someone can do more than they may."},
}

func newTaxonomies(rules []*lint.Rule) taxonomies {
	stride := component{
		Name:             "STRIDE",
		Organization:     "Microsoft",
		InformationURI:   "https://learn.microsoft.com/en-us/azure/security/develop/threat-modeling-tool-threats",
		ShortDescription: &text{Text: "Six categories of threats to a system."},
		IsComprehensive:  true,
	}
	for _, t := range threats {
		stride.Taxa = append(stride.Taxa, descriptor{
			ID: slug(t.category), Name: t.category.String(), ShortDescription: &text{Text: t.meaning},
		})
	}
	cwe := component{
		Name:             "CWE",
		Organization:     "MITRE",
		InformationURI:   "https://cwe.mitre.org/",
		ShortDescription: &text{Text: "Common Weakness Enumeration."},
	}
	for _, number := range weaknesses(rules) {
		cwe.Taxa = append(cwe.Taxa, descriptor{
			ID: number, Name: "CWE-" + number, HelpURI: "https://cwe.mitre.org/data/definitions/" + number + ".html",
		})
	}
	if len(cwe.Taxa) == 0 {
		return taxonomies{stride}
	}
	return taxonomies{stride, cwe}
}

// weaknesses is the numbers of all CWEs that the rules name, in ascending order.
func weaknesses(rules []*lint.Rule) []string {
	var numbers []string
	for _, rule := range rules {
		numbers = append(numbers, cweNumbers(rule)...)
	}
	slices.SortFunc(numbers, func(a, b string) int { return cmp.Or(cmp.Compare(len(a), len(b)), cmp.Compare(a, b)) })
	return slices.Compact(numbers)
}

// cweNumbers is the numbers of the CWEs that a rule names.
func cweNumbers(rule *lint.Rule) []string {
	var numbers []string
	for _, ref := range rule.Refs {
		if number, ok := strings.CutPrefix(string(ref), "CWE-"); ok && !slices.Contains(numbers, number) {
			numbers = append(numbers, number)
		}
	}
	return numbers
}

// references is how the driver names the taxonomies that its rules refer to.
func (t taxonomies) references() []componentReference {
	var references []componentReference
	for i := range t {
		references = append(references, t.reference(i))
	}
	return references
}

func (t taxonomies) reference(i int) componentReference {
	return componentReference{Name: t[i].Name, Index: i}
}

// relationships is the taxa that a rule is about. SARIF's default kind of relationship, "relevant", claims no more than that.
func (t taxonomies) relationships(rule *lint.Rule) []relationship {
	var all []relationship
	relate := func(taxonomy int, id string) {
		index := slices.IndexFunc(t[taxonomy].Taxa, func(taxon descriptor) bool { return taxon.ID == id })
		all = append(all, relationship{
			Target: descriptorReference{ID: id, Index: index, ToolComponent: t.reference(taxonomy)},
			Kinds:  []string{"relevant"},
		})
	}
	for _, category := range rule.STRIDE {
		relate(strideIndex, slug(category))
	}
	for _, number := range cweNumbers(rule) {
		relate(cweIndex, number)
	}
	return all
}

// slug is a category's name as a tag has it: elevation-of-privilege.
func slug(c lint.Category) string {
	return strings.ReplaceAll(strings.ToLower(c.String()), " ", "-")
}
