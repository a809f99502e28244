// DirectLineJS in plain node: connects as it is told to, writes down every activity and connection status. Reads a JSON command a line,
// writes a JSON result a line; the test decides what is said and what is right.
import { createInterface } from 'node:readline';
import WebSocket from 'ws';
import Xhr from 'xhr2';

// A browser's request sends forms; xhr2 needs them as bytes.
class FormXhr extends Xhr {
  send(body) {
    if (!(body instanceof FormData)) {
      super.send(body);
      return;
    }

    const form = new Response(body);
    this.setRequestHeader('Content-Type', form.headers.get('content-type'));
    form.arrayBuffer().then(bytes => super.send(bytes));
  }
}

Object.assign(globalThis, { WebSocket, XMLHttpRequest: FormXhr });
const { DirectLine, ConnectionStatus } = (await import('botframework-directlinejs')).default;
const statuses = [];
const activities = [];
let line;
let listening;
let seen = 0;

const once = observable => new Promise((resolve, reject) => observable.take(1).subscribe(resolve, reject));
const until = async reached => {
  const end = Date.now() + 15_000;
  while (!reached()) {
    if (Date.now() > end) throw new Error(`Nothing came. Had: ${JSON.stringify({ statuses, activities })}`);
    await new Promise(resolve => setTimeout(resolve, 5));
  }
};

const commands = {
  async connect({ options }) {
    // Its delay before it connects again has a random part of up to twelve seconds.
    line = new DirectLine({ ...options, random: () => 0 });
    line.connectionStatus$.subscribe(status => statuses.push(ConnectionStatus[status]));
    listening = line.activity$.subscribe(activity => activities.push(activity), () => {});
    await until(() => statuses.includes('Online'));
    return { conversation: line.conversationId, token: line.token };
  },
  async post({ activity }) {
    return { id: await once(line.postActivity(activity)) };
  },
  // The next message of the bot that was not given before.
  async reply() {
    const next = () => activities.findIndex((activity, at) => at >= seen && activity.type === 'message' && activity.from?.id === 'bot');
    await until(() => next() >= 0);
    seen = next() + 1;
    return { activity: activities[seen - 1] };
  },
  async refresh() {
    const before = line.token;
    line.token = await once(line.refreshToken());
    return { changed: line.token !== before, token: line.token };
  },
  async look() {
    return { activities, statuses, watermark: line.watermark, conversation: line.conversationId, token: line.token };
  },
  // As a page that is closed: everything that this client had is forgotten.
  async leave() {
    listening.unsubscribe();
    line.end();
    activities.length = statuses.length = seen = 0;
    return {};
  },
  async end() {
    line.end();
    return { refused: await once(line.postActivity({ type: 'message', text: 'late', from: { id: 'user' } })).then(() => false, error => error.message) };
  },
  async status({ is }) {
    await until(() => statuses.at(-1) === is);
    return { statuses };
  },
};

console.log('{}');
for await (const command of createInterface({ input: process.stdin })) {
  const { does, ...rest } = JSON.parse(command);
  console.log(JSON.stringify(await commands[does](rest)));
}

process.exit(0);
