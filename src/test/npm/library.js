// Lets a test call the Node library: one request in JSON a line on standard input, one answer a line
// on standard output, in any order. It ends when the input ends.
"use strict";
const lines = require("readline").createInterface({ input: process.stdin });
const library = require("supertokens-node-mysql-ref-jwt");

const operations = {
  init: (request) =>
    library.init({ ...request.config, logging: { error: (e) => console.error(e) } }),
  create: (request) => library.createNewSession(request.userId, request.payload, request.info),
  // null is the library's "do not check"
  verify: (request) => library.getSession(request.accessToken, request.antiCsrfToken ?? null),
  refresh: async (request) => {
    const fresh = await library.refreshSession(request.refreshToken);
    return {
      session: fresh.session,
      accessToken: fresh.newAccessToken,
      refreshToken: fresh.newRefreshToken,
      idRefreshToken: fresh.newIdRefreshToken,
      antiCsrfToken: fresh.newAntiCsrfToken,
    };
  },
  revoke: (request) => library.revokeSessionUsingSessionHandle(request.handle),
  revokeAll: (request) => library.revokeAllSessionsForUser(request.userId),
  handles: (request) => library.getAllSessionHandlesForUser(request.userId),
  info: (request) => library.getSessionInfo(request.handle),
  replaceInfo: (request) => library.updateSessionInfo(request.handle, request.info),
};

async function answer(line) {
  const request = JSON.parse(line);
  try {
    return { id: request.id, result: await operations[request.operation](request) };
  } catch (e) {
    if (!library.Error.isErrorFromAuth(e)) {
      throw e;
    }
    const theft = e.errType === library.Error.UNAUTHORISED_AND_TOKEN_THEFT_DETECTED;
    return { id: request.id, error: e.errType, message: String(e.err), theft: theft ? e.err : undefined };
  }
}

lines.on("line", async (line) => process.stdout.write(JSON.stringify(await answer(line)) + "\n"));
lines.on("close", () => process.exit());
