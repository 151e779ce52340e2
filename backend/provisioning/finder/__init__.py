"""The organization finder: which organization an address belongs to, with the reasons."""
