import fetching from "website-4";
import requesting from "website-4/axios";
import axios from "axios";
import { transports } from "./transports.js";

/** One of the two for each page: by fetch the SDK intercepts, by axios it extends the instance. */
export function start({ api, base, by, expired }) {
  const options = { refreshTokenUrl: `${api}${base}/session/refresh`, sessionExpiredStatusCode: expired };
  if (by === "axios") {
    requesting.makeSuper(axios);
    requesting.init(options);
  } else {
    fetching.init(options);
  }
  return {
    call: (path, options = {}) => transports[by](api + path, options),
    exists: async () => fetching.doesSessionExist(),
    refresh: () => fetching.attemptRefreshingSession(),
  };
}
