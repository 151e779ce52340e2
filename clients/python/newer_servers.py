"""What the generator adds so that a client goes on when the server knows more than it, and tells why it was refused.

For ariadne-codegen.
"""

import ast

from ariadne_codegen.plugins.base import Plugin
from graphql import GraphQLEnumType

_UNKNOWN = '''
@classmethod
def _missing_(cls, value: object) -> "{name} | None":
    """A value that is newer than this client: it compares with its text."""
    if not isinstance(value, str):
        return None
    unknown = str.__new__(cls, value)
    unknown._name_ = unknown._value_ = value
    return unknown
'''

_SILENT = 'return f"HTTP status code: {self.status_code}"'
_TELLING = """text = getattr(self.response, "text", "")
        return f"HTTP status code: {self.status_code} {text}".rstrip()"""


class NewerServers(Plugin):
    """An enum takes values that it does not know, as docs/api/README.md asks of every program."""

    def copy_code(self, copied_code: str) -> str:
        """Let the exception of a refused request say what its body says: the code and what to do."""
        return copied_code.replace(_SILENT, _TELLING)

    def generate_enum(self, class_def: ast.ClassDef, enum_type: GraphQLEnumType) -> ast.ClassDef:
        """Let the enum have values that are not its own."""
        class_def.body += ast.parse(_UNKNOWN.format(name=enum_type.name)).body
        return class_def
