"""The inputs of mutations and of the larger queries, each in the file of the resolver that takes it."""
