"""Mails: what they say, how they look, how they are encoded and how they leave."""
