const meanings = {
  440: "try refresh",
  401: "log in",
  403: "forbidden",
  504: "lost",
  503: "database down",
};

/** Status, colour and a word for people. */
export function verdict({ status, refresh }) {
  const kind = status < 300 ? "good" : status < 500 && status !== 400 && status !== 401 ? "warn" : "bad";
  const word = status < 300 && refresh ? "new tokens" : meanings[status];
  return { kind, text: word ? `${status} ${word}` : `${status}` };
}
