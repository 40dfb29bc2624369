// A fetch that keeps a Symbolon session alive: it echoes the anti-CSRF token, and when the server
// answers "try refresh token" it refreshes once, however many tabs ask, and repeats the call.

const ANTI_CSRF = "symbolon-anti-csrf";
const MOST_ATTEMPTS = 5;

/** The readable cookie that changes with each refresh; undefined without a session. */
export function sessionMark() {
  const cookie = document.cookie.split("; ").find((pair) => pair.startsWith("sIdRefreshToken="));
  return cookie?.slice("sIdRefreshToken=".length);
}

/**
 * Makes such a fetch.
 *
 * @param tryRefreshStatus the status of "try refresh token", usually 440
 * @param refreshPath where to refresh
 */
export function sessionFetch({ tryRefreshStatus, refreshPath }) {
  /** As fetch; `wire` receives a line for each thing that happened on the way. */
  async function call(path, options = {}, wire = []) {
    for (let attempt = 1; ; attempt++) {
      const before = tokens();
      const answer = await send(path, options);
      wire.push(answer.status);
      if (answer.status !== tryRefreshStatus || !sessionMark() || attempt === MOST_ATTEMPTS) {
        return answer;
      }
      if (!(await exclusively(() => refreshUnlessDone(before, wire)))) {
        return answer;
      }
    }
  }

  /** Whether there are now other tokens than `before`. Only one call in one tab is in here. */
  async function refreshUnlessDone(before, wire) {
    if (!sessionMark()) {
      wire.push("no session");
      return false;
    }
    if (tokens() !== before) {
      wire.push("refreshed meanwhile");
      return true;
    }
    const answer = await send(refreshPath, { method: "POST" });
    wire.push(`refresh ${answer.status}`);
    return answer.ok && sessionMark() !== undefined;
  }

  /** Refreshes now, needed or not. */
  async function refresh(wire = []) {
    const before = tokens();
    return exclusively(() => refreshUnlessDone(before, wire));
  }

  return { call, refresh };
}

async function send(path, options) {
  const headers = new Headers(options.headers);
  const antiCsrf = localStorage.getItem(ANTI_CSRF);
  if (antiCsrf) {
    headers.set("anti-csrf", antiCsrf);
  }
  const answer = await fetch(path, { ...options, headers });
  if (answer.headers.has("anti-csrf")) {
    localStorage.setItem(ANTI_CSRF, answer.headers.get("anti-csrf"));
  } else if (!sessionMark()) {
    localStorage.removeItem(ANTI_CSRF);
  }
  return answer;
}

/** Cookie and anti-CSRF token together: another tab stores the latter a moment later. */
function tokens() {
  return `${sessionMark()} ${localStorage.getItem(ANTI_CSRF)}`;
}

let queue = Promise.resolve();

/** One at a time among all tabs; where Web Locks are missing (plain http) within this tab. */
function exclusively(action) {
  if (navigator.locks) {
    return navigator.locks.request("symbolon-refresh", action);
  }
  const result = queue.then(action);
  queue = result.catch(() => {});
  return result;
}
