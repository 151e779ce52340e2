"""The order summary as a PDF: what it says, how it looks, and how it is made beside the event loop."""
