"""The edge: HTTP, WebSockets and everything that guards them."""
