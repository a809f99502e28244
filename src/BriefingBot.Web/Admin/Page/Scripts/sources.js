// The watched sources, where any are configured: when each was loaded and will be, and a button to do it now.
import { ask } from "./api.js";
import { addLoad, stateName } from "./loads.js";
import { byId, element, once, theirs, when, word } from "./words.js";

export async function showSources() {
  const { sources } = await ask("/api/sources");
  byId("watched").hidden = sources.length === 0;
  byId("sources").replaceChildren(...sources.map(rowOf));
}

function rowOf({ name, path, url, schedule, lastRun, nextRun, lastJob }) {
  const load = async () => {
    addLoad(await ask(`/api/sources/${encodeURIComponent(name)}/run`, { method: "POST" }));
    await showSources();
  };
  const wide = (...content) => element("td", { className: "wide-only" }, ...content);
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, theirs(name), element("span", { className: "id" }, theirs(path ?? url))),
    wide(schedule),
    element("td", {}, lastJob ? `${when(lastRun)} (${stateName(lastJob.state)})` : word("NeverLoaded")),
    wide(nextRun ? when(nextRun) : word("LoadedSoon")),
    element("td", { className: "act" }, element("button", { type: "button", className: "second small", textContent: word("LoadSource"), "aria-label": `${word("LoadSource")}: ${name}`, onclick: (event) => once(event.currentTarget, load) })),
  );
}
