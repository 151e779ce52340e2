"""Reference data: countries, business verticals, time zones, languages, address formats and the rules of site names.

Everything here is pure and kept in memory once read; names come in the languages of backend.language.
"""
