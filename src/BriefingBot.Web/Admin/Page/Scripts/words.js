// The page's words, and how they and what the bot says come onto it: as text, never as markup.
// Dates and numbers are written as in the reader's own region, where that has the page's language.
const spoken = document.documentElement.lang;
const language = navigator.languages.find((each) => each.startsWith(`${spoken}-`)) ?? (spoken === "en" ? "en-GB" : spoken);
const numbers = new Intl.NumberFormat(language);
const moments = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeStyle: "short" });
const days = new Intl.DateTimeFormat(language, { dateStyle: "medium", timeZone: "UTC" });
const words = new Map([...document.querySelectorAll("#words [data-word]")].map((each) => [each.dataset.word, each.textContent]));

export const byId = (id) => document.getElementById(id);

export const hasWord = (key) => words.has(`Admin_${key}`);

// A text with these values in the places of {0}, {1} ...
export const word = (key, ...values) =>
  words.get(`Admin_${key}`).replace(/\{(\d)\}/g, (_, place) => shown(values[place]));

export const counted = (key, count, ...others) => word(`${key}_${count === 1 ? "One" : "Other"}`, count, ...others);

export const when = (moment) => (moment ? moments.format(new Date(moment)) : "");

// A day as an article says it, or a moment.
export const published = (date) =>
  !date ? "" : /^\d{4}-\d\d-\d\d$/.test(date) ? days.format(new Date(date)) : Number.isNaN(Date.parse(date)) ? date : when(date);

export const duration = (ms) =>
  new Intl.NumberFormat(language, { style: "unit", unit: ms < 60_000 ? "second" : "minute", unitDisplay: "long", maximumFractionDigits: 1 }).format(ms < 60_000 ? ms / 1000 : ms / 60_000);

export const size = (bytes) =>
  new Intl.NumberFormat(language, { style: "unit", unit: bytes < 1_000_000 ? "kilobyte" : "megabyte", maximumFractionDigits: 1 }).format(bytes / (bytes < 1_000_000 ? 1_000 : 1_000_000));

// An element with these properties, attributes (with a dash, or role and such) and children.
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null) {
      continue;
    }

    if (key in made) {
      made[key] = value;
    } else {
      made.setAttribute(key, value);
    }
  }

  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

// What others wrote, kept from turning round the words about it.
export const theirs = (text, properties = {}) => element("bdi", properties, text ?? "");

// Tells those who listen; the same words twice are said twice.
export function say(text) {
  const said = byId("said");
  said.textContent = "";
  setTimeout(() => (said.textContent = text), 50);
}

// What a button begins is not begun again before it has ended.
const pending = new WeakSet();

export async function once(button, work) {
  if (pending.has(button)) {
    return;
  }

  pending.add(button);
  try {
    await work();
  } finally {
    pending.delete(button);
  }
}

export function showProblem(text) {
  const problem = byId("problem");
  problem.hidden = !text;
  problem.textContent = text ?? "";
  if (text) {
    problem.scrollIntoView({ block: "nearest" });
  }
}

const shown = (value) => (typeof value === "number" ? numbers.format(value) : (value ?? ""));
