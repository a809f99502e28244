// An article with its text as it is stored, each version of it.
import { ask } from "./api.js";
import { byId, element, published, theirs, when, word } from "./words.js";

const dialog = byId("article");

byId("close-article").addEventListener("click", () => dialog.close());
byId("version").addEventListener("change", () => show(byId("version").dataset.id, Number(byId("version").value)));

export async function openArticle(id) {
  await show(id);
  dialog.showModal();
  byId("article-title").focus();
  dialog.scrollTop = 0;
}

async function show(id, version = null) {
  const article = await ask(`/api/articles/${encodeURIComponent(id)}${version ? `?version=${version}` : ""}`);
  byId("article-title").replaceChildren(theirs(article.title));
  showVersions(article);
  byId("facts").replaceChildren(...factsOf(article).flatMap(([name, value]) => [element("dt", {}, word(name)), element("dd", {}, value)]));
  byId("article-text").lang = article.language ?? "";
  byId("article-text").replaceChildren(...paragraphsOf(article));
}

function showVersions({ id, version, versions }) {
  const newest = Math.max(...versions.map((each) => each.version));
  byId("version-line").hidden = versions.length < 2;
  byId("version").dataset.id = id;
  byId("version").replaceChildren(
    ...versions.map((each) =>
      element("option", {
        value: each.version,
        selected: each.version === version,
        textContent: word(each.version === newest ? "CurrentVersion" : "VersionOf", each.version, when(each.ingested)),
      }),
    ),
  );
}

function factsOf(article) {
  const facts = [
    ["FactId", theirs(article.id)],
    ["FactSource", article.source && theirs(article.source)],
    ["FactAuthor", article.author && theirs(article.author)],
    ["FactPublished", published(article.published)],
    ["FactModified", published(article.modified)],
    ["FactLanguage", article.language && theirs(article.language)],
    ["FactAddress", article.url && linkTo(article.url)],
    ["FactLabels", article.labels.length > 0 && theirs(article.labels.join(", "))],
    ["FactGroups", article.groups.length > 0 ? theirs(article.groups.join(", ")) : word("Everybody")],
    ["FactPages", article.pages.length > 0 && String(article.pages.length)],
    ["FactInput", article.input && theirs(article.input)],
    ["FactCopyOf", article.copyOf && theirs(article.copyOf)],
    ["FactCorrected", when(article.corrected)],
    ["FactSeen", when(article.seen)],
  ];
  return facts.filter(([, value]) => value);
}

const linkTo = (url) => element("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, theirs(url));

// Paragraphs as they are stored; where a page of the document begins, its number stands before them.
function paragraphsOf({ text, pages }) {
  const shown = [];
  let at = 0;
  let page = 0;
  for (const paragraph of text.split("\n\n")) {
    const end = at + paragraph.length;
    for (; page < pages.length && pages[page] <= end; page++) {
      shown.push(element("p", { className: "page-number" }, word("PageNumber", page + 1)));
    }

    shown.push(element("p", { dir: "auto" }, paragraph));
    at = end + 2;
  }

  return shown;
}
