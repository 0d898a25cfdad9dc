/** What `npm start` says: what it serves, from which directory, and what to try. */
import type { Project } from './project';

export function greeting({ folder, directory }: Project, port: number): string {
  const url = `http://localhost:${port}`;
  const phones = [...directory.extensions.values()];
  const phone = phones.find(({ emergency }) => emergency) ?? phones[0];
  const [number] = directory.numbers.keys();
  const from = phone ? sipUri(phone.username) : sipUri('nobody');
  return `
${directory.site.name}: ${directory.extensions.size} phones and ${directory.numbers.size} numbers, from ${folder}

  ${url}/sip-outgoing   a phone dials
  ${url}/sip-incoming   one of our numbers is called
  ${url}/dial-result    a dialled call ended

Try:
  curl ${url}/sip-outgoing --data-urlencode 'From=${from}' --data-urlencode 'To=${sipUri('5035550199')}'
  curl ${url}/sip-incoming --data-urlencode 'From=+15035550188' --data-urlencode 'To=${number ?? '+15035550100'}'
  npm run -s dialtone -- explain --from ${phone?.username ?? 'nobody'} --to 5035550199

Ctrl-C ends it.`;
}

function sipUri(user: string): string {
  return `sip:${user}@example.sip.twilio.com`;
}
