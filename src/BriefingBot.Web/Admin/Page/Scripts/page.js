// The articles' admin page: asks for a key where the bot wants one, then shows what is there.
import { ask, key } from "./api.js";
import { startArticles, showArticles } from "./articles.js";
import { startLoading } from "./loading.js";
import { startLoads, showLoads } from "./loads.js";
import { showSources } from "./sources.js";
import { byId, showProblem, word } from "./words.js";

async function open() {
  showProblem(null);
  try {
    await ask("/api/jobs?limit=1");
  } catch (fault) {
    refuse(fault);
    return;
  }

  byId("key-form").hidden = true;
  byId("work").hidden = false;
  byId("leave").hidden = !key.isGiven();
  await Promise.all([showLoads(), showSources(), showArticles()]);
}

function refuse(fault) {
  const isUnknown = fault.status === 401;
  byId("work").hidden = true;
  byId("key-form").hidden = !(isUnknown || key.isGiven());

  // That a key is wanted is no fault of who has not been asked for it.
  if (!isUnknown || key.isGiven()) {
    showProblem(fault.message);
  }

  if (isUnknown) {
    key.forget();
    byId("key").focus();
  }
}

// Whatever else fails is told in one place, and a key that is not taken any more is asked for again.
addEventListener("unhandledrejection", (event) => {
  if (event.reason?.status === undefined) {
    return;
  }

  event.preventDefault();
  if (event.reason.status === 401) {
    refuse(event.reason);
  } else {
    showProblem(event.reason.message);
  }
});

byId("key-form").addEventListener("submit", async (event) => {
  event.preventDefault();
  const given = byId("key").value.trim();

  // No header could carry it.
  if (!/^[\x21-\x7e]+$/.test(given)) {
    showProblem(word("OddKey"));
    return;
  }

  key.give(given);
  byId("key").value = "";
  await open();
  if (!byId("work").hidden) {
    byId("files").focus();
  }
});

byId("forget-key").addEventListener("click", () => {
  key.forget();
  location.reload();
});

startLoading();
startLoads();
startArticles();
open();
