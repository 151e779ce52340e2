"""The vocabulary of the API: types, inputs, payloads. Their docstrings are what the API says; resolvers/ answer."""
