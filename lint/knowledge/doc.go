// Package knowledge holds facts about the world outside the files that are judged: whom published images run as, which names
// hold secrets, where container runtimes listen. Each is a plain table with its source, and imports nothing but the vocabulary.
package knowledge
