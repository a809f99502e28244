// Checks the files of an app package against the schemas that Microsoft publishes, which the package @microsoft/app-manifest carries.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import Draft04 from 'ajv-draft-04';
import formats from 'ajv-formats';

const [folder] = process.argv.slice(2);
// The schemas' patterns are not all written for the stricter reading of Unicode mode.
const ajv = new (Draft04.default ?? Draft04)({ allErrors: true, strict: false, unicodeRegExp: false });
(formats.default ?? formats)(ajv);
const say = result => console.log(JSON.stringify(result));

say({ ready: true });
for await (const line of createInterface({ input: process.stdin })) {
  const { schema, version, text } = JSON.parse(line);
  const validate = ajv.compile(JSON.parse(readFileSync(`${folder}/build/json-schemas/teams/v${version}/${schema}.schema.json`, 'utf8')));
  const valid = validate(JSON.parse(text));
  say({ valid, errors: (validate.errors ?? []).map(error => `${error.instancePath} ${error.message}`) });
}
