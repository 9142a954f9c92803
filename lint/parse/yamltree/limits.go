package yamltree

const (
	// maxDepth is how deep collections may stand in each other, in blocks and in brackets each.
	maxDepth = 200
	// maxDocuments is how many documents of a file are read.
	maxDocuments = 10_000
	// maxNodes is how many nodes a document may have, those that aliases repeat included.
	maxNodes = 500_000
	// maxFileNodes is how many the documents of a file may have together.
	maxFileNodes = 1_000_000
)

// excess is the place from which on the document may have more nodes than are left to it; -1 if it has not. It takes what it
// has from room. This is told before the library makes its nodes, of 200 bytes each, by the characters without which no node
// can follow another. There are at most two nodes to each, a key and its absent value; some of them stand in scalars.
func (s *source) excess(room *int) int {
	if len(s.file.Text) <= maxNodes/2 {
		return -1
	}
	most := min(maxNodes, *room) / 2
	left := most
	for i := s.start; i < s.end; i++ {
		switch s.text[i] {
		case ',', ':', '[', '{':
			left--
		case '-', '?':
			if i+1 == s.end || spaceLen(s.text, i+1) > 0 {
				left--
			}
		}
		if left < 0 {
			return i
		}
	}
	*room -= 2 * (most - left)
	return -1
}
