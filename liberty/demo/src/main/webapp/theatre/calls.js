import { byId, element } from "./dom.js";
import { session } from "./session.js";
import { verdict } from "./wire.js";

document.querySelectorAll("[data-call]").forEach((button) => {
  const [method, path] = button.dataset.call.split(" ");
  button.addEventListener("click", () => call(method, path, "body" in button.dataset));
});

async function call(method, path, withBody) {
  const body = withBody ? byId("json").value : undefined;
  const headers = withBody ? { "Content-Type": "application/json" } : {};
  const answer = await session.fetch(path, { method, headers, body });
  const { kind, text } = verdict({ status: answer.status });
  byId("answer").replaceChildren(
    element("p", {}, `${method} ${path} `, element("b", { class: kind }, text)),
    element("pre", {}, (await answer.text()) || "(no content)"),
  );
}
