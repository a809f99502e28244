// The form by which files and web pages are loaded.
import { ask, upload } from "./api.js";
import { addLoad, showUpload } from "./loads.js";
import { byId, counted, element, once, say, showProblem, size, theirs, word } from "./words.js";

// Where in a dropped folder a file lay.
const paths = new WeakMap();
let chosen = [];

export function startLoading() {
  const [drop, files] = [byId("drop"), byId("files")];
  files.addEventListener("change", () => {
    choose([...files.files]);
    files.value = "";
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
  }

  for (const name of ["dragleave", "drop"]) {
    drop.addEventListener(name, () => drop.classList.remove("over"));
  }

  drop.addEventListener("drop", async (event) => {
    event.preventDefault();
    choose(await dropped(event.dataTransfer));
  });

  // A file that misses the place must not take the page's.
  for (const name of ["dragover", "drop"]) {
    addEventListener(name, (event) => event.preventDefault());
  }

  byId("load-form").addEventListener("submit", (event) => {
    event.preventDefault();
    return once(byId("load-form"), load);
  });
}

function choose(files) {
  const left = [];
  for (const file of files) {
    const other = chosen.find((each) => each.name.toLowerCase() === file.name.toLowerCase());
    if (!other) {
      chosen.push(file);
    } else if (other.size !== file.size || other.lastModified !== file.lastModified || paths.get(other) !== paths.get(file)) {
      left.push(paths.get(file) ?? file.name);
    }
  }

  showProblem(left.length > 0 ? word("SameName", left.join(", ")) : null);
  showChosen();
  say(counted("Chosen", chosen.length));
}

function showChosen() {
  const list = byId("chosen");
  list.hidden = chosen.length === 0;
  list.replaceChildren(
    ...chosen.map((file) =>
      element(
        "li",
        {},
        theirs(file.name),
        ` ${size(file.size)} `,
        element("button", { type: "button", className: "small", textContent: "×", "aria-label": word("Unchoose", file.name), onclick: () => unchoose(file) }),
      ),
    ),
  );
}

function unchoose(file) {
  chosen = chosen.filter((other) => other !== file);
  showChosen();
  byId("files").focus();
}

// What systems keep in folders for themselves.
const isHidden = (name) => name.startsWith(".") || name === "Thumbs.db" || name === "desktop.ini";

// Everything that was dropped, folders opened.
async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (entries.length === 0) {
    return [...transfer.files];
  }

  const files = [];
  while (entries.length > 0) {
    const entry = entries.shift();
    try {
      if (entry.isFile) {
        const file = await new Promise((resolve, reject) => entry.file(resolve, reject));
        paths.set(file, entry.fullPath);
        files.push(file);
      } else {
        entries.push(...(await listed(entry.createReader())).filter((each) => !isHidden(each.name)));
      }
    } catch {
      showProblem(word("NotAFile", entry.name));
    }
  }

  return files;
}

// A folder tells a part of its entries at a time.
async function listed(reader) {
  const all = [];
  for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length > 0; ) {
    all.push(...some);
  }

  return all;
}

async function load() {
  showProblem(null);
  const address = byId("address").value.trim();
  if (chosen.length === 0 && !address) {
    showProblem(word("NothingChosen"));
    byId("files").focus();
    return;
  }

  if (address && !URL.canParse(address)) {
    showProblem(word("BadAddress", address));
    byId("address").focus();
    return;
  }

  const more = { labels: named("labels"), groups: named("groups"), replace: byId("replace").checked };
  if (address) {
    const body = { url: address, labels: more.labels, groups: more.groups };
    addLoad(await ask(`/api/articles?replace=${more.replace}`, { method: "POST", body }));
    byId("address").value = "";
  }

  if (chosen.length > 0) {
    await send(chosen, more);
  }
}

async function send(files, { labels, groups, replace }) {
  const form = new FormData();
  labels.forEach((label) => form.append("labels", label));
  groups.forEach((group) => form.append("groups", group));
  form.append("replace", replace);
  files.forEach((file) => form.append("files", file, file.name));
  const progress = showUpload(files.length);
  try {
    const job = await upload("/api/articles", form, progress.sent);
    chosen = chosen.filter((file) => !files.includes(file));
    showChosen();
    addLoad(job);
  } finally {
    progress.remove();
  }
}

// One field, several names, with commas between them.
const named = (field) =>
  byId(field)
    .value.split(",")
    .map((name) => name.trim())
    .filter((name) => name);
