// Asks the bot. The key is kept for this tab alone, and goes nowhere but to the bot.
import { word } from "./words.js";

const keyName = "briefing-admin-key";

// What the bot says went wrong, with the remedy.
export class Problem extends Error {
  constructor(status, text) {
    super(text);
    this.status = status;
  }
}

export const key = {
  isGiven: () => sessionStorage.getItem(keyName) !== null,
  give: (text) => sessionStorage.setItem(keyName, text),
  forget: () => sessionStorage.removeItem(keyName),
};

export async function ask(path, { method = "GET", body, signal } = {}) {
  const response = await reach(path, {
    method,
    signal,
    headers: { ...headers(), ...(body ? { "Content-Type": "application/json" } : {}) },
    body: body ? JSON.stringify(body) : undefined,
  });
  return response.status === 204 ? null : response.json();
}

// Only a request of this kind tells how much of it has been sent.
export function upload(path, form, sent) {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", path);
    for (const [name, value] of Object.entries(headers())) {
      request.setRequestHeader(name, value);
    }

    request.upload.addEventListener("progress", (event) => event.lengthComputable && sent(event.loaded, event.total));
    request.addEventListener("load", () =>
      request.status < 300 ? resolve(JSON.parse(request.responseText)) : reject(new Problem(request.status, detailOf(request.responseText, request.statusText))),
    );
    request.addEventListener("error", () => reject(new Problem(0, word("Lost"))));
    request.send(form);
  });
}

// Server-sent events; the browser's own reader of them cannot send a key. What breaks off is taken up behind the last event.
export async function follow(path, told) {
  for (let last = "", tries = 0; tries < 20; tries++) {
    try {
      const response = await reach(path, { headers: { ...headers(), ...(last ? { "Last-Event-ID": last } : {}) } });
      for await (const event of events(response.body)) {
        tries = 0;
        last = event.id ?? last;
        told(event.name, JSON.parse(event.data));
        if (event.name === "end") {
          return;
        }
      }
    } catch (fault) {
      if (fault.status >= 400 && fault.status < 500) {
        throw fault;
      }
    }

    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }

  throw new Problem(0, word("Lost"));
}

async function* events(stream) {
  let rest = "";
  for await (const part of chunks(stream.pipeThrough(new TextDecoderStream()))) {
    const blocks = (rest + part).split(/\r?\n\r?\n/);
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { name: "message", data: "" };
      for (const line of block.split(/\r?\n/)) {
        const [, field, value] = /^(\w+): ?(.*)$/.exec(line) ?? [];
        if (field === "event") {
          event.name = value;
        } else if (field === "data") {
          event.data += value;
        } else if (field === "id") {
          event.id = value;
        }
      }

      if (event.data) {
        yield event;
      }
    }
  }
}

// Not every browser can walk through a stream by itself.
async function* chunks(stream) {
  const reader = stream.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    yield read.value;
  }
}

const headers = () => (key.isGiven() ? { Authorization: `Bearer ${sessionStorage.getItem(keyName)}` } : {});

async function reach(path, options) {
  let response;
  try {
    response = await fetch(path, { ...options, cache: "no-store" });
  } catch (fault) {
    throw fault.name === "AbortError" ? fault : new Problem(0, word("Lost"));
  }

  if (!response.ok) {
    throw new Problem(response.status, detailOf(await response.text(), response.statusText));
  }

  return response;
}

function detailOf(body, otherwise) {
  try {
    const { title, detail } = JSON.parse(body);
    return detail ?? title ?? otherwise;
  } catch {
    return otherwise || word("Lost");
  }
}
