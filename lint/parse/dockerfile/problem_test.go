package dockerfile

var problems = []struct{ text, place, message string }{
	{"RUN a\n", "RUN", ""},
}
