import axios from "axios";
import { transports } from "./transports.js";

/** What the SDKs from 5.x on have in common; a page calls by one transport. */
export function session(sdk, { api, by, axiosByHand }) {
  if (by === "axios" && axiosByHand) {
    sdk.addAxiosInterceptors(axios);
  }
  return {
    call: (path, options = {}) => transports[by](api + path, options),
    exists: async () => sdk.doesSessionExist(),
    refresh: async () => sdk.attemptRefreshingSession(),
    userId: async () => sdk.getUserId(),
    payload: async () => (sdk.getAccessTokenPayloadSecurely ?? sdk.getJWTPayloadSecurely)(),
    signOut: async () => sdk.signOut(),
  };
}
