const eventName = "coopol:notices";

/** Tells the bell of this page to count again: something was read from here. */
export const noticesChanged = (): void => void window.dispatchEvent(new Event(eventName));

/** Calls back each time that something was read from this page. */
export function onNoticesChanged(heard: () => void): () => void {
  const listen = () => heard();
  window.addEventListener(eventName, listen);
  return () => window.removeEventListener(eventName, listen);
}
