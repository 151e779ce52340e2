"""The vocabulary of the API: types, inputs, payloads. Their docstrings are what the API says; resolvers/ answer."""

from backend.schema import enums as enums  # described before a type names one
