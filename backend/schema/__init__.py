"""The vocabulary of the API: types, inputs, payloads. What they say is their docstrings; who answers is in resolvers/."""
