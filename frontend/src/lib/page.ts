import { type Attributes, createElement, type FunctionComponent, use } from "react";
import { loadMessages, type Part } from "./language";

export type Page<Props> = FunctionComponent<Props> & {
  /** Loads the page before it is wanted; what fails is tried again when it is. */
  prefetch: () => void;
};

type Module<Props> = { default: FunctionComponent<Props> };

/** A page that is loaded together with its messages when it is first wanted, and shown at once where it is there already. */
export function page<Props extends object>(part: Part, load: () => Promise<Module<Props>>): Page<Props> {
  let loading: Promise<Module<Props>> | undefined;
  async function start() {
    const [module] = await Promise.all([load(), loadMessages(part)]);
    return module;
  }
  function get() {
    if (loading) return loading;
    const started = start();
    loading = started;
    started.then(
      // React looks here before it waits.
      (value) => Object.assign(started, { status: "fulfilled", value }),
      () => {
        loading = undefined;
      },
    );
    return started;
  }
  function Shown(props: Props) {
    const { default: Content } = use(get());
    return createElement(Content, props as Props & Attributes);
  }
  return Object.assign(Shown, { prefetch: () => void get().catch(() => {}) });
}
