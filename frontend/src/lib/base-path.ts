/** Where the application lies on its host, such as `/hub`; "" at its root. Its own files tell: they lie in assets/. */
export const basePath = import.meta.env.PROD
  ? new URL(import.meta.url).pathname.replace(/\/assets\/[^/]*$/, "")
  : "";

/** The address of a page or file of ours for the browser; links of the router need none. */
export const withBase = (path: string) => `${basePath}${path}`;

/** The address of our WebSocket. */
export const socketUrl = () => `${location.origin.replace(/^http/, "ws")}${withBase("/graphql")}`;

/** The path of the page that is shown, as the router knows it. */
export const currentPath = () => location.pathname.slice(basePath.length) || "/";
