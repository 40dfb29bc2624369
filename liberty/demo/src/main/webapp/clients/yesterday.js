import { run } from "./page.js";

run({
  bundle: "website-4.2.0",
  expired: ({ tryRefreshStatus }) => tryRefreshStatus,
});
