// Nothing is removed before it was listed and confirmed.
import { ask } from "./api.js";
import { byId, counted, element, say, showProblem, theirs, word } from "./words.js";

// As many as anybody reads before saying yes.
const mostListed = 200;

// So few that no request takes long.
const atOnce = 200;
const dialog = byId("removal");
let confirmed = null;

byId("keep").addEventListener("click", () => dialog.close());
byId("remove").addEventListener("click", () => {
  dialog.close();
  return confirmed();
});

export function startRemoval(after) {
  byId("remove-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    showProblem(null);
    const values = { source: byId("remove-source").value, label: byId("remove-label").value, notSeenSince: byId("remove-since").value };
    const meant = Object.fromEntries(Object.entries(values).filter(([, value]) => value.trim()));
    if (Object.keys(meant).length === 0) {
      showProblem(word("NothingMeant"));
      return;
    }

    await removeAfterAsking(meant, after);
  });
}

export async function removeAfterAsking(meant, after) {
  const { articles } = await ask("/api/articles/remove", { method: "POST", body: { ...meant, dryRun: true } });
  if (articles.length === 0) {
    showProblem(word("NothingMatches"));
    return;
  }

  byId("removal-title").textContent = counted("RemoveQuestion", articles.length);
  byId("removal-list").replaceChildren(
    ...articles.slice(0, mostListed).map(({ id, title }) => element("li", {}, theirs(title), " ", theirs(id, { className: "quiet" }))),
    ...(articles.length > mostListed ? [element("li", {}, word("AndMore", articles.length - mostListed))] : []),
  );
  byId("remove").textContent = counted("RemoveYes", articles.length);

  // What was listed, and nothing that has come since.
  confirmed = () => remove(articles.map((article) => article.id), after);
  dialog.showModal();
  byId("keep").focus();
}

async function remove(ids, after) {
  let count = 0;
  try {
    for (let at = 0; at < ids.length; at += atOnce) {
      count += (await ask("/api/articles/remove", { method: "POST", body: { ids: ids.slice(at, at + atOnce) } })).articles.length;
      say(counted("Removed", count));
    }
  } finally {
    await after();
    byId("articles-heading").focus();
  }
}
