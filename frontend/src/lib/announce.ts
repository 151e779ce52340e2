let message = "";
const listeners = new Set<() => void>();

/** Says a status politely through the page's one live region. */
export function announce(text: string): void {
  // The same words twice are heard twice only if they differ.
  message = text === message ? `${text}\u00a0` : text;
  for (const listener of listeners) listener();
}

export function subscribeToAnnouncements(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function lastAnnouncement(): string {
  return message;
}
