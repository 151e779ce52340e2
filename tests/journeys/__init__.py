"""Whole journeys of people through the product, in a real browser, on a server that was started by its command."""
