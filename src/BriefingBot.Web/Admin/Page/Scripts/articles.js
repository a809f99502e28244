// The table of articles, and what is picked in it.
import { ask } from "./api.js";
import { openArticle } from "./article.js";
import { removeAfterAsking, startRemoval } from "./removal.js";
import { byId, counted, element, once, published, theirs, when, word } from "./words.js";

// Long enough to go on typing.
const pause = 250;
const picked = new Set();
let next = null;
let asked = 0;

export function startArticles() {
  let waiting;
  for (const field of ["words-filter", "source-filter", "label-filter"]) {
    byId(field).addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => showArticles(), pause);
    });
  }

  byId("filter").addEventListener("submit", (event) => {
    event.preventDefault();
    return showArticles();
  });
  byId("more-articles").addEventListener("click", () => once(byId("more-articles"), () => showArticles(next)));
  byId("refresh").addEventListener("click", () => showArticles());
  byId("pick-all").addEventListener("change", pickAll);
  byId("remove-picked").addEventListener("click", () => removeAfterAsking({ ids: [...picked] }, showArticles));
  startRemoval(showArticles);
}

// After a load; not while somebody is at work in the table, who would lose their place and what they have picked.
export function refreshArticles() {
  if (picked.size === 0 && !byId("articles").contains(document.activeElement)) {
    return showArticles();
  }

  byId("refresh").hidden = false;
}

export async function showArticles(after = null) {
  const turn = ++asked;
  const filters = [["q", "words-filter"], ["source", "source-filter"], ["label", "label-filter"]]
    .map(([name, field]) => [name, byId(field).value.trim()])
    .filter(([, value]) => value);
  const query = new URLSearchParams([...filters, ["limit", "100"], ...(after ? [["after", after]] : [])]);
  const page = await ask(`/api/articles?${query}`);
  if (turn !== asked) {
    return;
  }

  next = page.next;
  if (!after) {
    picked.clear();
    byId("refresh").hidden = true;
    byId("articles").replaceChildren();
  }

  byId("articles").append(...page.articles.map(rowOf));
  suggest("known-sources", page.articles.map((article) => article.source));
  suggest("known-labels", page.articles.flatMap((article) => article.labels));
  showState(filters.length > 0);
  if (after) {
    byId("articles").rows[byId("articles").rows.length - page.articles.length]?.querySelector(".open").focus();
  }
}

function showState(isFiltered) {
  const count = byId("articles").rows.length;
  byId("shown").textContent = count === 0 ? word(isFiltered ? "NoneMatch" : "NoArticles") : next ? word("ShowingMore", count) : counted("Showing", count);
  byId("more-articles").hidden = !next;
  showPicked();
}

function showPicked() {
  const count = byId("articles").rows.length;
  byId("remove-picked").disabled = picked.size === 0;
  byId("pick-all").checked = count > 0 && picked.size === count;
  byId("pick-all").indeterminate = picked.size > 0 && picked.size < count;
}

function pickAll() {
  const isPicked = byId("pick-all").checked;
  for (const box of byId("articles").querySelectorAll("input")) {
    box.checked = isPicked;
    box.dispatchEvent(new Event("change"));
  }
}

function rowOf(article) {
  const pick = element("input", { type: "checkbox", "aria-label": word("Pick", article.title) });
  pick.addEventListener("change", () => {
    picked[pick.checked ? "add" : "delete"](article.id);
    showPicked();
  });
  const open = element("button", { type: "button", className: "open", onclick: () => openArticle(article.id) }, theirs(article.title));
  const remove = element("button", { type: "button", className: "second small danger", textContent: word("RemoveOne"), "aria-label": `${word("RemoveOne")}: ${article.title}` });
  remove.addEventListener("click", () => removeAfterAsking({ ids: [article.id] }, showArticles));
  const wide = (...content) => element("td", { className: "wide-only" }, ...content);
  return element(
    "tr",
    {},
    element("td", { className: "pick" }, pick),
    element("td", {}, open, element("span", { className: "id" }, theirs(article.id))),
    wide(theirs(article.source)),
    wide(published(article.published)),
    wide(theirs(article.labels.join(", "))),
    wide(article.groups.length > 0 ? theirs(article.groups.join(", ")) : word("Everybody")),
    wide(when(article.seen)),
    element("td", { className: "act" }, remove),
  );
}

function suggest(id, names) {
  const known = new Set([...byId(id).children].map((option) => option.value));
  const fresh = new Set(names.filter((name) => name && !known.has(name)));
  byId(id).append(...[...fresh].map((name) => element("option", { value: name })));
}
