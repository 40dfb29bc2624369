// Keeps a Symbolon session alive in a page: docs/http.md, "The browser script".

const ANTI_CSRF = "symbolon-anti-csrf";
const ID = "symbolon-id-refresh-token";
const MOST_REPEATS = 5;
const MOST_REFRESHES = 2; // of them
const TIMEOUT = 30_000; // of a refresh, in ms
const original = window.fetch.bind(window);

let queue = Promise.resolve();

/** Lets a caller go who aborts; the refresh goes on. */
function unlessAborted(signal, promise) {
  const abort = (_, reject) => signal.addEventListener("abort", () => reject(signal.reason));
  return Promise.race([promise, new Promise(abort)]);
}

/** One at a time: in all tabs, or without Web Locks in this one. */
function exclusively(action) {
  return navigator.locks
    ? navigator.locks.request("symbolon-refresh", action)
    : (queue = queue.then(action, action));
}

export function symbolon({
  refreshPath = "/api/session/refresh",
  tryRefreshStatus = 440,
  unauthorisedStatus = 401,
  origins = [],
} = {}) {
  const refreshUrl = new URL(refreshPath, location.href);
  const own = refreshUrl.origin === location.origin;
  const ours = new Set([location.origin, refreshUrl.origin, ...origins]);
  const session = new EventTarget();
  const tell = (type, detail) => session.dispatchEvent(new CustomEvent(type, { detail }));

  /** As the last answer said, in whichever tab. */
  function storedId() {
    const [value, end] = (localStorage.getItem(ID) ?? "").split(";");
    return end > Date.now() ? value : undefined;
  }

  /** If the API is here the cookie, which changes with the hidden ones. */
  function id() {
    return own ? document.cookie.match(/(?:^|; )sIdRefreshToken=([^;]+)/)?.[1] : storedId();
  }

  /** Changes with the tokens; again when another tab has stored the anti-CSRF token. */
  function mark() {
    return `${id()} ${localStorage.getItem(ANTI_CSRF)}`;
  }

  let last = id();

  function notice() {
    const before = last;
    last = id();
    if (last === before) return;
    if (!before) tell("login", last);
    if (!last) tell("logout");
    tell("change", last);
  }

  function forget() {
    localStorage.removeItem(ANTI_CSRF);
    localStorage.removeItem(ID);
    notice();
  }

  /** Sends, and keeps what the answer says of the session. */
  async function send(request) {
    const answer = await original(request);
    const antiCsrf = answer.headers.get("anti-csrf");
    const newId = answer.headers.get("id-refresh-token");
    if (antiCsrf) localStorage.setItem(ANTI_CSRF, antiCsrf);
    if (newId === "remove") forget();
    else if (newId) localStorage.setItem(ID, newId);
    notice();
    return answer;
  }

  /** Why there are other tokens than `before`; undefined if there are not. */
  async function renew(before, mayRefresh = true) {
    // what another tab stored may arrive after its cookie, or its lock
    for (let i = 0; own ? i < 4 && storedId() !== id() : i < 2 && mark() === before; i++) {
      await new Promise((done) => setTimeout(done, 20 << i));
    }
    if (!id()) return;
    if (mark() !== before) return "changed";
    if (!mayRefresh) return;
    let status = 0; // no answer: the tokens are still good
    try {
      const signal = AbortSignal.timeout(TIMEOUT);
      const options = { method: "POST", credentials: "include", signal };
      ({ status } = await send(new Request(refreshUrl, options)));
    } catch {}
    if (status === unauthorisedStatus) forget();
    tell("refresh", status);
    if (status === 200 && id()) return "refresh";
  }

  async function call(input, init) {
    const { origin } = new URL(input.url ?? input, document.baseURI);
    if (!ours.has(origin)) return original(input, init);
    let request = new Request(input, init);
    if (request.credentials === "omit") return original(request);
    if (origin !== location.origin) request = new Request(request, { credentials: "include" });

    const once = init?.body instanceof ReadableStream; // a clone would be kept in memory
    for (let repeats = 0, refreshes = 0; ; repeats++) {
      const before = mark();
      const attempt = once ? request : request.clone();
      const antiCsrf = localStorage.getItem(ANTI_CSRF);
      if (antiCsrf) attempt.headers.set("anti-csrf", antiCsrf);
      const answer = await send(attempt);
      if (answer.status !== tryRefreshStatus || !id() || repeats === MOST_REPEATS) return answer;

      const renewed = exclusively(() => renew(before, refreshes < MOST_REFRESHES));
      const why = await unlessAborted(request.signal, renewed);
      if (!why || once) return answer;
      if (why === "refresh") refreshes++;
      tell("repeat", { url: request.url, why });
    }
  }

  async function refresh() {
    const before = mark();
    await exclusively(() => renew(before));
    return !!id();
  }

  addEventListener("storage", notice);
  document.addEventListener("visibilitychange", notice);
  Object.defineProperty(session, "id", { get: id });
  return Object.assign(session, { fetch: call, refresh });
}
