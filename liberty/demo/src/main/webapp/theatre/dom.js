export const byId = (id) => document.getElementById(id);

/** An element with text or children; as attributes, what is neither null nor undefined. */
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) {
      made.setAttribute(key, value);
    }
  }
  made.append(...children);
  return made;
}

export const time = (ms = Date.now()) => new Date(ms).toLocaleTimeString("en-GB");

export const seconds = (ms) => `${Number((ms / 1000).toFixed(1))} s`;

/** Enough of a handle or a token to tell it from others. */
export const short = (text) => (text ? text.slice(0, 8) : "");

/** Newest first, and not for ever. */
export function prepend(list, entry, most = 100) {
  list.prepend(entry);
  while (list.children.length > most) {
    list.lastElementChild.remove();
  }
}
