import { byId, element, prepend, time } from "./dom.js";
import { verdict, wire } from "./wire.js";

const list = byId("wire");

/** The same once more, right after, only counts. */
wire.addEventListener("exchange", ({ detail }) => {
  const { kind, text } = verdict(detail);
  const call = `${detail.method} ${detail.path.replace("api/", "")}`;
  const key = `${call} ${detail.status}`;
  const newest = list.firstElementChild;
  if (newest?.dataset.key === key) {
    newest.dataset.times = Number(newest.dataset.times) + 1;
    newest.querySelector(".times").textContent = `× ${newest.dataset.times}`;
    return;
  }
  prepend(
    list,
    element(
      "li",
      { class: kind, "data-key": key, "data-times": 1 },
      element("time", {}, time()),
      element("span", { class: "what" }, call, element("span", { class: "times" })),
      element("b", {}, text),
    ),
  );
});

byId("clear").addEventListener("click", () => list.replaceChildren());
