"""The web application: what is served where."""

from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import cache

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute
from strawberry import Schema
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from backend import correlation, database
from backend.graphql_server.execution import OpenContext, within_deadline
from backend.graphql_server.server import GraphQLEdge
from backend.settings import Settings
from backend.web import health, session
from backend.web.edge import Edge
from backend.web.refusals import on_http_exception
from backend.web.security import EDITOR_POLICIES, content_security_policy
from backend.web.static import Application

Page = Callable[[Request], Awaitable[Response]]
Lifespan = Callable[[Starlette], AbstractAsyncContextManager[None]]


def create_app(
    settings: Settings,
    schema: Schema,
    *,
    application: Application | None = None,
    open_context: OpenContext = session.open_context,
    pages: Sequence[Route] = (),
    running: Lifespan | None = None,
) -> Starlette:
    """The application with these settings, serving this schema, these pages and the front end's build.

    `running` is what runs for as long as the application does; by default only the database is connected.
    """
    graphql = GraphQLEdge(schema, settings, open_context)
    front_end = application or Application(prefix=settings.prefix, traced=settings.tracing)
    return Starlette(
        routes=[
            WebSocketRoute("/graphql", graphql),
            Route("/graphiql", graphiql(settings, front_end, open_context)),
            Route("/schema.graphql", schema_text(schema)),
            Route("/healthz", health.healthz),
            Route("/readyz", health.readyz),
            Route("/metrics", health.metrics_for(settings)),
            *pages,
            Route("/{path:path}", front_end.respond),
        ],
        middleware=[
            Middleware(ProxyHeadersMiddleware, trusted_hosts=[str(proxy) for proxy in settings.trusted_proxies]),
            Middleware(Edge, settings, {"/graphql": graphql}),
        ],
        exception_handlers={HTTPException: on_http_exception},
        lifespan=running or database_lifespan(settings),
    )


def database_lifespan(settings: Settings) -> Lifespan:
    """What runs for as long as the application does."""

    @asynccontextmanager
    async def run(_app: Starlette) -> AsyncIterator[None]:
        await database.connect(settings.database_url)
        try:
            yield
        finally:
            await database.disconnect()

    return run


def graphiql(settings: Settings, front_end: Application, open_context: OpenContext) -> Page:
    """The GraphQL editor, for people who are signed in; in development for everybody."""
    policy = content_security_policy(settings, inline_styles=True, trusted=EDITOR_POLICIES)
    headers = {"Content-Security-Policy": policy}

    async def page(request: Request) -> Response:
        if not settings.development:
            context = await within_deadline(open_context(request, correlation.current() or correlation.begin()))
            if not context.signed_in:
                return RedirectResponse(f"{settings.prefix}/", status_code=303)
        return front_end.page(request, "graphiql.html", headers)

    return page


def schema_text(schema: Schema) -> Page:
    """The schema in GraphQL's own language, for everybody. It is written out when somebody asks for it."""
    text = cache(schema.as_str)

    async def page(_request: Request) -> Response:
        return PlainTextResponse(text() + "\n", headers={"Cache-Control": "public, max-age=300"})

    return page
