import { run } from "./page.js";

const mode = location.search === "?header" ? "header" : "cookie";
const [cookies, headers] = document.querySelectorAll("#modes a");
(mode === "header" ? headers : cookies).setAttribute("aria-current", "true");

run({
  bundle: "website-20.1.6",
  mode,
  expired: ({ unauthorisedStatus }) => unauthorisedStatus,
});
