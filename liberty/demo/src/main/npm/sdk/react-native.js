import sdk from "supertokens-react-native";
import { session } from "./session.js";

// React Native has it, browsers do not.
globalThis.setImmediate ??= (act, ...values) => setTimeout(act, 0, ...values);

export function start({ api, base, by, expired, mode, heard = () => {} }) {
  sdk.init({
    apiDomain: api,
    apiBasePath: base,
    tokenTransferMethod: mode,
    sessionExpiredStatusCode: expired,
    onHandleEvent: heard,
  });
  return session(sdk, { api, by, axiosByHand: true });
}
