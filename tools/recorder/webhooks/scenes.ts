/** Calls as they go, request by request: each scene asks what the answers before it told Twilio to ask. */
import fc from 'fast-check';
import { readExtra, readTable } from '../../../test/runtime/calls/tables';
import {
  callEnded,
  dequeued,
  dialResult,
  gathered,
  outboundCall,
  type Parameters,
  queueLeft,
  queueTaken,
  queueWait,
  recorded,
  recordingReady,
  sipDialResult,
} from '../../../test/fixtures/twilio';
import { fuzzedRequest } from '../../fuzz/requests';
import {
  dialledInTables,
  ENVIRONMENTS,
  FORMS,
  fromOutside,
  invite,
  MOMENTS,
  OTHERS,
  PHONES,
} from './callers';
import { elementsOf, find } from './document';
import type { Host } from './host';

const NOON = MOMENTS.noon!;
const OUR_NUMBERS = ['00', '01', '02', '23', '24', '30', '40', '42', '45', '66', '99'].map(
  (end) => `+150355501${end}`,
);
const FUZZ_SEED = 20261120;

/** Every phone dials everything; some of it in every environment, at every hour, and by GET. */
export async function outgoing(host: Host, phones = [...PHONES, ...OTHERS]): Promise<void> {
  const place = async (id: string, from: string, to: string, environment: string, more = {}) =>
    host.send({
      id: `outgoing/${id}`,
      at: NOON,
      environment,
      path: '/sip-outgoing',
      params: invite(from, to, environment),
      ...more,
    });
  for (const from of phones) {
    for (const to of dialledInTables()) await place(`prod/noon/${from}/${to}`, from, to, 'prod');
  }
  for (const from of phones) {
    for (const to of FORMS.filter((_, n) => n % 2 === 0)) {
      for (const environment of ['dev', 'stage']) {
        await place(`${environment}/noon/${from}/${to}`, from, to, environment);
      }
      const params = invite(from, to, 'prod');
      const query = new URLSearchParams(params).toString();
      const path = `/sip-outgoing?${query}`;
      await place(`prod/GET/${from}/${to}`, from, to, 'prod', { method: 'GET', path, params: {} });
    }
    for (const [moment, at] of Object.entries(MOMENTS).slice(1)) {
      for (const to of ['911', '#', '0', '5035550199', '5255550123', '211', '5035550140', '101']) {
        await place(`prod/${moment}/${from}/${to}`, from, to, 'prod', { at });
      }
    }
  }
}

/** The tables of test/runtime/calls as they are: most of their phones are strangers here, or other phones. */
export async function tables(host: Host): Promise<void> {
  for (const [n, row] of readTable<'from' | 'to' | 'environment' | 'at' | 'extra'>(
    'outgoing',
  ).entries()) {
    const { sipUsername, callerId } = readExtra(row.extra);
    await host.send({
      id: `table/outgoing/${n}`,
      at: row.at || NOON,
      environment: row.environment,
      path: '/sip-outgoing',
      params: invite(row.from, row.to, row.environment, { SipUsername: sipUsername, callerId }),
    });
  }
  for (const [n, row] of readTable<'from' | 'to' | 'environment' | 'at'>('incoming').entries()) {
    await host.send({
      id: `table/incoming/${n}`,
      at: row.at || NOON,
      environment: row.environment,
      path: '/sip-incoming',
      params: fromOutside(row.from, row.to),
    });
  }
  for (const [n, { from, digest }] of readTable<'from' | 'digest'>('emergency').entries()) {
    const params = invite(from, '911', 'prod', { SipUsername: digest || undefined });
    const requests = {
      invite: ['/sip-outgoing', params],
      menu: ['/menu?menu=main&lang=en&keys=9', gathered('11', params)],
      tone: ['/dial-tone?lang=en', gathered('911', params)],
    } as const;
    for (const [kind, [path, params]] of Object.entries(requests)) {
      await host.send({
        id: `table/emergency/${n}/${kind}`,
        at: NOON,
        environment: 'prod',
        path,
        params,
      });
    }
  }
  type Column = 'leg' | 'from' | 'environment' | 'status' | 'sipCode' | 'errorCode' | 'extra';
  for (const [n, row] of readTable<Column>('dial-result').entries()) {
    const { called, round } = readExtra(row.extra);
    const outside = row.leg === 'incoming' || row.leg === 'otherwise';
    const call = outside
      ? fromOutside(row.from, called ?? '+15035550123')
      : invite(row.from, '5035550199', row.environment);
    await host.send({
      id: `table/dial-result/${n}`,
      at: NOON,
      environment: row.environment,
      path: '/dial-result',
      params: {
        ...dialResult(row.status, call),
        leg: row.leg === '-' ? undefined : row.leg,
        called,
        round,
        DialSipResponseCode: row.sipCode || undefined,
        ErrorCode: row.errorCode || undefined,
      },
    });
  }
}

/** Callers from outside, to all of our numbers and some that are not. */
export async function incoming(host: Host, numbers = OUR_NUMBERS): Promise<void> {
  const callers = [
    '+15035550199',
    '+442079460123',
    '+15035550166',
    '+15035550123',
    'anonymous',
    '-',
  ];
  for (const from of callers) {
    for (const to of numbers) {
      for (const environment of ENVIRONMENTS) {
        for (const [moment, at] of Object.entries(MOMENTS)) {
          await host.send({
            id: `incoming/${environment}/${moment}/${from}/${to}`,
            at,
            environment,
            path: '/sip-incoming',
            params: fromOutside(from, to),
          });
        }
      }
    }
  }
}

/** Each way in which a Dial ends: its status, what the phone answered, and Twilio's error. */
const ENDS = [
  ...['completed', 'answered', 'busy', 'no-answer', 'failed', 'canceled', 'nonsense'].map(
    (status) => [status, '', ''],
  ),
  ...['404', '480', '486', '487', '503', '603'].map((code) => ['failed', code, '']),
  ['no-answer', '480', ''],
  ...['13224', '13225', '32009', '32011'].map((error) => ['failed', '', error]),
] as const;

/** Every Dial that was answered before comes to each of its ends; what follows a Dial may be a Dial. */
export async function dialResults(host: Host, most = 120): Promise<void> {
  const seen = new Set<string>();
  const records = host.records;
  // The list grows while it is walked.
  for (let n = 0; n < records.length && seen.size < most; n++) {
    const { answer, request } = records[n]!;
    const action = find(answer.body, 'Dial')?.attributes.action;
    const { params, at, environment } = request as {
      params?: Parameters;
      at: string;
      environment: string;
    };
    if (action === undefined || params?.From === undefined) continue;
    const key = `${environment} ${params.From.includes('@') ? 'phone' : 'outside'} ${action}`;
    if (seen.has(key)) continue;
    seen.add(key);
    for (const [status, code, error] of ENDS) {
      const over = code === '' ? dialResult(status, params) : sipDialResult(status, code, params);
      await host.send({
        id: `dial-result/${seen.size}/${key}/${status}/${code}/${error}`,
        at,
        environment,
        path: action,
        params: { ...over, ...(error !== '' && { ErrorCode: error }) },
      });
    }
  }
}

interface Start {
  readonly id: string;
  readonly at: string;
  readonly environment: string;
  readonly path: string;
  readonly params: Parameters;
}

const KEYS = [undefined, ...'1234567890*#'];

/** From a first answer key by key, breadth first: every URL that an answer names is asked once with every key. */
export async function pressKeys(host: Host, start: Start, most: number): Promise<void> {
  const { id, at, environment, params } = start;
  const seen = new Set<string>();
  const queue: string[] = [];
  let sent = 0;
  const found = (twiml: string) => {
    for (const element of elementsOf(twiml)) {
      const url = element.name === 'Gather' ? element.attributes.action : undefined;
      const next = element.name === 'Redirect' ? element.text.trim() : url;
      if (next?.startsWith('/') && !seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  };
  found((await host.send({ ...start, id: `walk/${id}` })).answer.body);
  for (const url of queue) {
    for (const key of KEYS) {
      if (sent++ >= most) return;
      const request = { at, environment, path: url, params: gathered(key, params) };
      found(
        (await host.send({ id: `walk/${id}/${url}/${key ?? 'none'}`, ...request })).answer.body,
      );
    }
  }
}

export async function presses(
  host: Host,
  phones: readonly string[],
  numbers: readonly string[],
  most = 1_600,
): Promise<void> {
  for (const from of phones) {
    const environment = from === 'demo' ? 'stage' : 'prod';
    const params = invite(from, '#', environment);
    const start = { id: `#/${from}`, at: NOON, environment, path: '/sip-outgoing', params };
    await pressKeys(host, start, most);
  }
  for (const to of numbers) {
    const params = fromOutside('+15035550199', to);
    const start = { at: NOON, environment: 'prod', path: '/sip-incoming', params };
    await pressKeys(host, { id: `outside/${to}`, ...start }, most);
    await pressKeys(host, { ...start, id: `outside/night/${to}`, at: MOMENTS.night! }, most / 5);
  }
}

/** Each number at the dial tone inside a call: as many digits as are waited for, and one by one; and both ways silence. */
export async function dialTone(host: Host, phones: readonly string[]): Promise<void> {
  for (const from of phones) {
    const environment = from === 'demo' ? 'stage' : 'prod';
    const params = invite(from, '#', environment);
    for (const lang of from === phones[0] ? ['en', 'es'] : ['en']) {
      for (const number of FORMS) {
        for (const one of [false, true]) {
          let path: string | undefined = `/dial-tone?lang=${lang}`;
          let rest = number;
          let many = 3;
          for (let step = 0; path !== undefined && step < 16; step++) {
            const id = `dial-tone/${from}/${lang}/${number}/${one ? 'one by one' : 'at once'}/${step}`;
            const last = rest === '';
            const digits = last ? undefined : rest.slice(0, one ? 1 : many);
            rest = rest.slice(digits?.length ?? 0);
            const record = await host.send({
              id,
              at: NOON,
              environment,
              path,
              params: gathered(digits, params),
            });
            const gather = find(record.answer.body, 'Gather');
            many = Number(gather?.attributes.numDigits ?? '99');
            path = last ? undefined : gather?.attributes.action;
          }
        }
      }
    }
  }
}

const sid = (kind: string, n: number) => `${kind}${n.toString(16).padStart(32, '0')}`;

/** Callers for the operator: those who wait, those who are taken, and those who leave a message. */
export async function operator(host: Host): Promise<void> {
  const callers: readonly (readonly [string, Start])[] = [
    ...['+15035550124', '+13135550150', 'hall', 'demo', '101', 'clinton'].map((from) => {
      const environment = from === 'demo' ? 'stage' : 'prod';
      const path = '/sip-outgoing';
      return [
        from,
        { id: from, at: NOON, environment, path, params: invite(from, '0', environment) },
      ] as const;
    }),
    ...['+15035550100', '+15035550102'].map((to) => {
      const params = fromOutside('+15035550199', to);
      return [
        to,
        { id: to, at: NOON, environment: 'prod', path: '/sip-incoming', params },
      ] as const;
    }),
  ];
  let calls = 0;
  for (const [name, asked] of callers) {
    for (const [moment, at] of Object.entries(MOMENTS)) {
      for (const lang of ['en', 'es']) {
        const params = { ...asked.params, CallSid: sid('CA', ++calls * 16) };
        const start = { ...asked, id: `operator/${name}/${moment}/${lang}`, at, params };
        host.forget();
        await story(host, start, lang);
      }
    }
  }
}

async function story(host: Host, start: Start, lang: string): Promise<void> {
  const { at, environment, params } = start;
  const call = params.CallSid ?? '';
  let step = 0;
  const send = (path: string, what: string, form: Parameters, later = 0) =>
    host.send({
      id: `${start.id}/${String(step++).padStart(2, '0')} ${what}`,
      at: new Date(Date.parse(at) + later * 1_000).toISOString(),
      environment,
      path,
      params: form,
    });

  const first = await send(start.path, 'asks', params);
  const enqueue = find(first.answer.body, 'Enqueue')?.attributes ?? {};
  const inLanguage = (url: string) => url.replace(/lang=[a-z]*/, `lang=${lang}`);
  const waitUrl = inLanguage(enqueue.waitUrl ?? '/operator-wait?lang=en');
  const leftUrl = inLanguage(enqueue.action ?? '/operator-left?lang=en');

  // Waits, each time by the URL that the answer before named.
  const legs: { path: string; volunteer: string }[] = [];
  let next = waitUrl;
  for (const time of [0, 1, 20, 59, 60, 90]) {
    const waits = await send(next, `waits ${time}`, queueWait({ time }, params), time);
    next = find(waits.answer.body, 'Redirect')?.text ?? waitUrl;
    for (const request of waits.rest ?? []) {
      const { form } = request as { form?: Record<string, string> };
      if (form?.Url)
        legs.push({
          path: new URL(form.Url).pathname + new URL(form.Url).search,
          volunteer: form.To ?? '',
        });
    }
  }
  await send(waitUrl, 'waits by no clock', { ...params });

  // Volunteers: as they were called, or else as they would be.
  if (legs.length === 0) {
    for (const volunteer of ['robin', 'sol', 'desk', 'nobody']) {
      const query = new URLSearchParams({ call, lang, line: 'phone.hall', volunteer, round: '0' });
      legs.push({ path: `/operator-offer?${query.toString()}`, volunteer: '+15035550171' });
    }
  }
  for (const [n, { path, volunteer }] of legs.entries()) {
    const leg = outboundCall({
      from: '+15035550100',
      to: volunteer,
      parameters: { CallSid: sid('CA', 0xa0000 + n), AnsweredBy: undefined },
    });
    let offer = await send(path, `offer ${n}`, leg, 10);
    for (const digits of [undefined, '2', '1']) {
      const action = find(offer.answer.body, 'Gather')?.attributes.action ?? path;
      const answer = await send(action, `offer ${n} pressed ${digits}`, gathered(digits, leg), 15);
      if (digits !== '1') {
        if (find(answer.answer.body, 'Gather')) offer = answer;
        continue;
      }
      const queue = find(answer.answer.body, 'Queue')?.attributes.url;
      const bridged = find(answer.answer.body, 'Dial')?.attributes.action;
      const taken = queue ?? `/operator-taken?call=${call}&lang=${lang}`;
      if (n < 2)
        await send(
          taken,
          `taken ${n}`,
          queueTaken(sid('CA', 0xa0000 + n), { time: 20 }, params),
          20,
        );
      for (const result of ['bridged', 'queue-empty', 'queue-not-found', 'hangup', 'error']) {
        await send(
          bridged ?? `/operator-bridged?call=${call}&lang=${lang}`,
          `bridged ${n} ${result}`,
          dequeued(result, leg),
          25,
        );
      }
    }
    const status = ['completed', 'no-answer', 'busy', 'failed', 'canceled'][n % 5]!;
    await send(`/operator-ended?call=${call}`, `ended ${n} ${status}`, callEnded(status, leg), 30);
  }

  // Out of the queue.
  for (const result of [
    'leave',
    'hangup',
    'bridged',
    'bridging-in-process',
    'queue-full',
    'error',
    'system-error',
    'redirected',
  ]) {
    const left = await send(leftUrl, `left ${result}`, queueLeft(result, { time: 60 }, params), 61);
    const record = find(left.answer.body, 'Record')?.attributes;
    if (!record) continue;
    for (const digits of [undefined, '#', '1', 'hangup']) {
      await send(
        record.action ?? '/message-left',
        `message ${digits}`,
        recorded(digits, {}, params),
        80,
      );
    }
    const ready = record.recordingStatusCallback ?? '/message-ready';
    for (const [n, [status, duration]] of (
      [
        ['completed', 7],
        ['completed', 7],
        ['completed', 0],
        ['absent', 0],
        ['failed', 3],
      ] as const
    ).entries()) {
      const recordingSid = call.replace('CA', 'RE').slice(0, -1) + String(n < 2 ? 1 : n);
      await send(
        ready,
        `ready ${n} ${status}`,
        recordingReady({ status, duration, recordingSid, callSid: call }),
        85 + n,
      );
    }
  }
}

/** The same lot of hostile requests every time. */
export async function fuzz(host: Host, many: number): Promise<void> {
  for (const [n, { method, route, body, contentType }] of fc
    .sample(fuzzedRequest, { numRuns: many, seed: FUZZ_SEED })
    .entries()) {
    const asked =
      method === 'GET'
        ? { method, path: `${route}?${body}` }
        : { method, path: route, raw: { body, contentType } };
    await host.send({
      id: `fuzz/${String(n).padStart(5, '0')}`,
      at: Object.values(MOMENTS)[n % 4]!,
      environment: ENVIRONMENTS[n % 3]!,
      ...asked,
    });
    if (n % 50 === 0) host.forget();
  }
}

/** Every webhook by both methods with nothing at all, and with the usual of a call. */
export async function bare(host: Host): Promise<void> {
  for (const route of [...host.routes, '/nowhere']) {
    for (const method of ['GET', 'POST'] as const) {
      for (const [what, params] of Object.entries({
        nothing: {},
        phone: invite('+15035550124', '911', 'prod'),
        outside: fromOutside('+15035550199', '+15035550100'),
      })) {
        const path =
          method === 'GET' ? `${route}?${new URLSearchParams(params).toString()}` : route;
        const form = method === 'GET' ? {} : params;
        await host.send({
          id: `bare/${route}/${method}/${what}`,
          at: NOON,
          environment: 'prod',
          method,
          path,
          params: form,
        });
      }
    }
  }
}

/** Calls for help, and some others, in every way: what is left where a build is broken. */
export async function vital(host: Host): Promise<void> {
  for (const environment of ENVIRONMENTS) {
    for (const from of [...PHONES, ...OTHERS]) {
      for (const to of ['911', '933', '+1911', '#', '0', '5035550199', 'clinton', '211']) {
        const params = invite(from, to, environment);
        const requests = {
          invite: ['/sip-outgoing', params],
          menu: [`/menu?menu=main&lang=en&keys=${to.slice(0, 1)}`, gathered(to.slice(1), params)],
          tone: ['/dial-tone?lang=en', gathered(to, params)],
          result: ['/dial-result?leg=emergency', dialResult('failed', params)],
        } as const;
        for (const [kind, [path, form]] of Object.entries(requests)) {
          await host.send({
            id: `vital/${environment}/${from}/${to}/${kind}`,
            at: NOON,
            environment,
            path,
            params: form,
          });
        }
      }
    }
    for (const to of OUR_NUMBERS) {
      const params = fromOutside('+15035550199', to);
      await host.send({
        id: `vital/${environment}/outside/${to}`,
        at: NOON,
        environment,
        path: '/sip-incoming',
        params,
      });
    }
  }
}

/** The look-up of usernames that the service has for others. */
export async function credentials(host: Host): Promise<void> {
  for (const username of ['+15035550123', 'lobby', 'stranger', '', '+15035550124']) {
    for (const [kind, where] of Object.entries({
      sid: { SipDomainSid: `SD${'0'.repeat(32)}` },
      host: { SipDomain: 'direct-example-prod.sip.twilio.com' },
      other: { SipDomain: 'direct-example-none.sip.twilio.com' },
      none: {},
    })) {
      await host.send({
        id: `cred-util/${username}/${kind}`,
        at: NOON,
        environment: 'prod',
        path: '/cred-util',
        params: { username, ...where },
      });
    }
  }
}
