"""How operations are resolved: graphql-core's executor for Strawberry's types, with a short way for what stands ready.

`selections.py` says what stands ready and how it is read.
"""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLObjectType
from graphql.execution.collect_fields import CollectedFields
from graphql.execution.executor_throwing_on_incremental import ExecutorThrowingOnIncremental
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from backend.graphql_server.selections import Details, Run, Selection, Variants


class Executor(ExecutorThrowingOnIncremental):
    """Executes one operation and counts in `run` what the objects weigh that it completes, edges for nodes."""

    build_resolve_info = StrawberryGraphQLCoreExecutionContext.build_resolve_info

    def __init__(self, *args: Any, weights: Mapping[str, float], variants: Variants, run: Run, **options: Any) -> None:
        super().__init__(*args, **options)
        self.operation_extensions = None  # Strawberry reads it
        self.weights = weights
        self.selections = variants.of(self.variable_values, self.schema, weights)
        self.run = run

    def build_per_event_executor(self, payload: Any) -> Any:
        """The executor of one event of a subscription, with fresh loaders."""
        executor: Any = super().build_per_event_executor(payload)
        executor.context_value = self.context_value.renewed()
        executor.run = Run(executor.context_value)
        return executor

    def execute_collected_root_fields(self, root_type: GraphQLObjectType, *args: Any) -> Any:
        """Resolve the fields of the operation itself."""
        root_value, _fields, *rest = args
        return super().execute_collected_root_fields(
            root_type, root_value, self.selections.root(root_type, self), *rest
        )

    def collect_subfields(self, return_type: GraphQLObjectType, field_details_list: Details) -> CollectedFields:
        """The fields below a field, worked out once for all executions."""
        return CollectedFields(self.selections.below(return_type, field_details_list, self), [], [])

    def complete_object_value(self, return_type: GraphQLObjectType, *rest: Any) -> Any:
        """Complete an object and count it."""
        self.run.spent += self.weights[return_type.name]
        return super().complete_object_value(return_type, *rest)

    def execute_fields(
        self, parent_type: GraphQLObjectType, source_value: Any, path: Any, selection: Any, position_context: None
    ) -> Any:
        """Read what stands ready; let graphql-core do the rest, and whatever is unusual about what stood ready."""
        assert isinstance(selection, Selection)  # ours are the only ways to get one
        results: dict[str, Any] = dict.fromkeys(selection)
        rest = self._read_ready(selection, source_value, results)
        self.run.spent -= selection.counted_ahead
        if not rest:
            return results
        resolved = super().execute_fields(parent_type, source_value, path, rest, position_context)
        if isinstance(resolved, dict):
            results.update(resolved)
            return results
        return _merge(results, resolved)

    def _read_ready(self, selection: Selection, source: Any, results: dict[str, Any]) -> dict[str, Details]:
        """Put the values into `results` that can be read; the fields that are left."""
        if selection.read is None:
            return selection.rest
        spent = self.run.spent
        try:
            results.update(selection.read(source, self.run))
        except Exception:  # noqa: BLE001 – graphql-core raises it again, with its place in the document
            self.run.spent = spent
            return selection
        return selection.rest


async def _merge(results: dict[str, Any], resolved: Any) -> dict[str, Any]:
    results.update(await resolved)
    return results
