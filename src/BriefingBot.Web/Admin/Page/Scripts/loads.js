// The loads: how far each has come, and what became of each article.
import { ask, follow } from "./api.js";
import { refreshArticles } from "./articles.js";
import { byId, counted, duration, element, hasWord, once, say, theirs, when, word } from "./words.js";

// As many as anybody reads while they come; at the end the rest can be had by pages.
const mostLive = 100;
const ended = ["done", "cancelled", "failed"];

// Browsers keep six connections to a bot, of all their tabs; whoever is not followed by one is asked after.
const mostStreams = 1;
const pause = 2_000;
let streams = 0;
let next = null;

export function startLoads() {
  byId("more-loads").addEventListener("click", () => once(byId("more-loads"), () => showLoads(next)));
}

export async function showLoads(before = null) {
  const page = await ask(`/api/jobs?limit=10${before ? `&before=${encodeURIComponent(before)}` : ""}`);
  next = page.next;
  if (!before) {
    byId("loads").replaceChildren();
  }

  byId("loads").append(...page.jobs.map((job) => watch(job)));
  byId("more-loads").hidden = !next;
  byId("no-loads").hidden = byId("loads").children.length > 0;
}

export function addLoad(job) {
  byId("no-loads").hidden = true;
  const item = watch(job);
  byId("loads").prepend(item);
  item.querySelector("details").open = true;
  item.scrollIntoView({ block: "nearest" });
  say(word("LoadBegun", nameOf(job)));
}

// An upload that is still on its way.
export function showUpload(count) {
  const bar = element("progress", { max: 1, value: 0, "aria-label": counted("Uploading", count) });
  const item = element("li", { className: "panel load" }, element("p", {}, counted("Uploading", count)), bar);
  byId("loads").prepend(item);
  return {
    sent: (sent, all) => ([bar.max, bar.value] = [all, sent]),
    remove: () => item.remove(),
  };
}

export const stateName = (state) => word(`State${state[0].toUpperCase()}${state.slice(1)}`);

function watch(job) {
  const load = {
    state: element("span", { className: "state" }),
    bar: element("progress", { "aria-label": word("LoadOf", nameOf(job)) }),
    counts: element("p", { className: "counts" }),
    fault: element("p", { className: "note problem", hidden: true }),
    outcomes: element("ul", { className: "plain outcomes" }),
    cancel: element("button", { type: "button", className: "second", textContent: word("CancelLoad"), onclick: () => once(load, () => act("cancel")) }),
    resume: element("button", { type: "button", className: "second", textContent: word("ResumeLoad"), onclick: () => once(load, () => act("resume")) }),
  };
  const kinds = element("select", { onchange: () => showOutcomes(job.id, load, kinds.value) }, ...kindsOf(job));
  const choice = element("label", { className: "kinds" }, word("Outcomes"), " ", kinds);
  const details = element(
    "details",
    { ontoggle: () => details.open && ended.includes(job.state) && load.outcomes.children.length === 0 && showOutcomes(job.id, load, kinds.value) },
    element("summary", {}, theirs(nameOf(job), { className: "name" }), " ", load.state),
    element("p", { className: "quiet" }, word("ByWhom", job.who, when(job.made))),
    choice,
    load.outcomes,
  );
  const item = element("li", { className: "panel load" }, details, load.bar, load.counts, load.fault, element("p", { className: "after-table" }, load.cancel, load.resume));
  const show = (now) => {
    job = now;
    kinds.replaceChildren(...kindsOf(job, kinds.value));
    choice.hidden = !ended.includes(job.state);
    paint(job, load);
  };

  async function act(what) {
    const { id } = job;
    show(await ask(`/api/jobs/${encodeURIComponent(id)}/${what}`, { method: "POST" }));
    if (what === "resume") {
      load.outcomes.replaceChildren();
      run();
    }
  }

  const run = () =>
    once(item, async () => {
      while (!ended.includes(job.state)) {
        await (streams < mostStreams ? listen() : look());
      }

      say(word("LoadEnded", nameOf(job), countsOf(job)));
      await Promise.all([showOutcomes(job.id, load, kinds.value), refreshArticles()]);
    });

  async function listen() {
    streams++;
    try {
      await follow(`/api/jobs/${encodeURIComponent(job.id)}/events`, (name, told) => {
        if (name === "outcomes") {
          told.forEach((outcome) => load.outcomes.children.length < mostLive && load.outcomes.append(lineOf(outcome)));
        } else {
          show(told);
        }
      });
    } finally {
      streams--;
    }
  }

  async function look() {
    await new Promise((resolve) => setTimeout(resolve, pause));
    show(await ask(`/api/jobs/${encodeURIComponent(job.id)}`));
  }

  show(job);
  if (!ended.includes(job.state)) {
    run();
  }

  return item;
}

function paint(job, { state, bar, counts, fault, cancel, resume }) {
  const isEnded = ended.includes(job.state);
  const isPartly = job.state === "done" && job.counts.failed > 0;
  state.textContent = isPartly ? word("StateDoneButFailed") : stateName(job.state);
  state.dataset.state = isPartly ? "failed" : job.state;
  bar.hidden = isEnded;
  bar.max = Math.max(job.inputCount, job.total, 1);
  bar.value = job.total;
  counts.textContent = isEnded ? word("Took", countsOf(job) || word("NoOutcomes"), duration(job.elapsedMs)) : word("Progress", job.total, Math.max(job.inputCount, job.total), countsOf(job));
  fault.hidden = !job.fault;
  fault.textContent = job.fault ?? "";
  cancel.hidden = isEnded;
  resume.hidden = !(job.state === "failed" || job.state === "interrupted" || (job.state === "cancelled" && !job.isUpload));
}

async function showOutcomes(id, load, kind, page = 0) {
  const found = await ask(`/api/jobs/${encodeURIComponent(id)}/outcomes?page=${page}${kind ? `&kind=${kind}` : ""}`);
  load.outcomes.querySelector(".more")?.remove();
  load.outcomes[page === 0 ? "replaceChildren" : "append"](...found.outcomes.map(lineOf));
  if (found.total === 0) {
    load.outcomes.append(element("li", {}, word("NoOutcomes")));
  } else if (page + 1 < found.pages) {
    const more = element("button", { type: "button", className: "second", textContent: word("MoreOutcomes"), onclick: () => showOutcomes(id, load, kind, page + 1) });
    load.outcomes.append(element("li", { className: "more" }, more));
  }
}

function lineOf({ input, line, outcome, title, error }) {
  const kind = element("span", { className: "kind", "data-kind": outcome }, kindName(outcome));
  const name = theirs(`${shortOf(input)}${line ? `:${line}` : ""}`, { title: input });
  return element("li", {}, kind, " ", name, title ? element("span", { className: "quiet" }, " ", theirs(title)) : null, error ? element("p", { className: "error" }, theirs(error)) : null);
}

const kindName = (kind) => {
  const key = `Kind${kind[0].toUpperCase()}${kind.slice(1)}`;
  return hasWord(key) ? word(key) : kind;
};

const kindsOf = (job, chosen = "") => [
  element("option", { value: "", textContent: word("AllOutcomes"), selected: chosen === "" }),
  ...Object.entries(job.counts)
    .filter(([, count]) => count > 0)
    .map(([kind]) => element("option", { value: kind, textContent: kindName(kind), selected: chosen === kind })),
];

const countsOf = (job) =>
  Object.entries(job.counts)
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => `${count} ${kindName(kind)}`)
    .join(", ");

const nameOf = (job) => (job.inputCount > 1 ? word("LoadOfMany", shortOf(job.inputs[0]), job.inputCount - 1) : shortOf(job.inputs[0] ?? job.id));

const shortOf = (input) => input.replace(/^upload:/, "").replace(/^(?!https?:).*[/\\](?=.)/, "");
