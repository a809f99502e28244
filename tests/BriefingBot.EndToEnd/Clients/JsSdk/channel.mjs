// A channel made of the Bot Framework SDK for JavaScript: its client posts activities to the bot, its Connector routes take what the bot
// sends. Reads a JSON command a line, writes a JSON result a line; the test decides what is said and what is right.
import { createServer } from 'node:http';
import { createInterface } from 'node:readline';
import botbuilder from 'botbuilder';

const { ChannelServiceHandlerBase, ChannelServiceRoutes, ConfigurationBotFrameworkAuthentication, StatusCodeError } = botbuilder;
const members = [{ id: 'user-1', name: 'Alex Example' }, { id: 'bot-1', name: 'Briefing' }];
const activities = new Map();
let calls = [];

class Channel extends ChannelServiceHandlerBase {
  async authenticate() { return undefined; }

  async onSendToConversation(_, conversation, activity) { return keep('send', conversation, activity); }

  async onReplyToActivity(_, conversation, id, activity) { return keep('reply', conversation, { ...activity, replyToId: id }); }

  async onUpdateActivity(_, conversation, id, activity) {
    known(id);
    activities.set(id, activity);
    calls.push({ call: 'update', conversation, id, activity });
    return { id };
  }

  async onDeleteActivity(_, conversation, id) {
    known(id);
    activities.delete(id);
    calls.push({ call: 'delete', conversation, id });
  }

  async onGetConversationMembers(_, conversation) {
    calls.push({ call: 'members', conversation });
    return members;
  }

  async onGetConversationMember(_, id, conversation) {
    calls.push({ call: 'member', conversation, id });
    return members.find(member => member.id === id);
  }
}

function keep(call, conversation, activity) {
  const id = `a-${activities.size + 1}|${conversation}`;
  activities.set(id, activity);
  calls.push({ call, conversation, id, activity });
  return { id };
}

function known(id) {
  if (!activities.has(id)) throw new StatusCodeError(404, `There is no activity ${id}.`);
}

// As much of restify as the SDK's routes use.
const routes = [];
const route = method => (path, handler) => routes.push({
  method, handler, pattern: new RegExp(`^${path.replace(/:(\w+)/g, '(?<$1>[^/]+)')}$`),
});
new ChannelServiceRoutes(new Channel()).register({ get: route('GET'), post: route('POST'), put: route('PUT'), delete: route('DELETE') });

const server = createServer((request, response) => {
  const path = request.url.split('?')[0];
  const found = routes.map(({ method, handler, pattern }) => ({ handler, match: method === request.method && pattern.exec(path) })).find(({ match }) => match);
  response.status = code => { response.statusCode = code; return response; };
  response.send = body => {
    response.setHeader('Content-Type', 'application/json');
    response.write(JSON.stringify(body));
  };
  if (!found) {
    response.status(404).end();
    return;
  }

  request.params = Object.fromEntries(Object.entries(found.match.groups).map(([name, value]) => [name, decodeURIComponent(value)]));
  request.query = {};
  found.handler(request, response, () => {});
});
server.listen(0, '127.0.0.1');
await new Promise(resolve => server.once('listening', resolve));
const serviceUrl = `http://127.0.0.1:${server.address().port}/`;
const client = new ConfigurationBotFrameworkAuthentication({}).createBotFrameworkClient();
console.log(JSON.stringify({ serviceUrl }));

for await (const line of createInterface({ input: process.stdin })) {
  const { bot, activity } = JSON.parse(line);
  if (!activity) {
    console.log(JSON.stringify({ calls, members, activities: Object.fromEntries(activities) }));
    calls = [];
    continue;
  }

  calls = [];
  const { status, body } = await client.postActivity(undefined, undefined, bot, serviceUrl, activity.conversation.id, activity);
  console.log(JSON.stringify({ status, body, calls }));
}

process.exit(0);
