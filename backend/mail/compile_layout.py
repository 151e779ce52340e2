"""Compile the MJML layout to the HTML that is committed: `python -m backend.mail.compile_layout`."""

import mrml

from backend.mail.render import TEMPLATES

SOURCE = TEMPLATES / "mail.mjml"
TARGET = TEMPLATES / "mail.html"


def compile_layout() -> str:
    """The layout as HTML, with its Jinja places as they were. Raises OSError on broken MJML."""
    output = mrml.to_html(SOURCE.read_text(encoding="utf-8"), None, mrml.RenderOptions(disable_comments=True, fonts={}))
    if output.warnings:
        raise ValueError(f"{SOURCE.name}: " + "; ".join(str(warning.kind) for warning in output.warnings))
    return output.content + "\n"


if __name__ == "__main__":
    TARGET.write_text(compile_layout(), encoding="utf-8")
