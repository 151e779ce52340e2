/** Where the application lies on its host, such as `/hub`; "" at its root. Its own files tell: they lie in assets/. */
const basePath = import.meta.env.PROD
  ? new URL(import.meta.url).pathname.replace(/\/assets\/[^/]*$/, "")
  : "";

const path = () => globalThis.location?.pathname.slice(basePath.length) ?? "";

/** Support's view of an order as somebody else, which this page shows: its address is /as/ID/orders/…; "": it shows one's own. */
export const viewId = /^\/as\/([\w-]+)(?=\/)/.exec(path())?.[1] ?? "";

/** Below what the router's addresses lie, so that links lead to pages of the same view. */
export const routerBase = viewId ? `${basePath}/as/${viewId}` : basePath;

/** A file as the person of the view may download it. */
export const asViewed = (href: string) =>
  viewId ? `${href}${href.includes("?") ? "&" : "?"}as=${viewId}` : href;

/** The address of a page or file of ours for the browser; links of the router need none. */
export const withBase = (path: string) => `${basePath}${path}`;

/** The address of our WebSocket. */
export const socketUrl = () => `${location.origin.replace(/^http/, "ws")}${withBase("/graphql")}`;

/** The path of the page that is shown, as the router knows it. */
export const currentPath = () => location.pathname.slice(routerBase.length) || "/";
