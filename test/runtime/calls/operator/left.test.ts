/** Asking for the operator, leaving the queue, and messages. */
import { readCall } from '../../../../src/runtime/calls';
import {
  askOperator,
  routeLeft,
  routeMessageLeft,
  routeMessageReady,
} from '../../../../src/runtime/calls/operator';
import type { CallContext } from '../../../../src/runtime/calls/context';
import { withSite } from '../../../fixtures/directory';
import { CALL, caller, NOON, outside, phone, withDesk } from './desk';

const directory = withDesk();
const QUEUE = `QU${'0'.repeat(32)}`;
const RECORDING = `RE${'0'.repeat(32)}`;
const URL = `https://api.twilio.com/2010-04-01/Accounts/AC0/Recordings/${RECORDING}`;

describe('Asking for the operator', () => {
  const ask = (settings: Partial<CallContext>) =>
    askOperator({
      call: { environment: 'prod', callSid: CALL },
      caller,
      directory,
      now: NOON,
      ...settings,
    });
  it('is told to hold, and waits in a queue of its own', () => {
    expect(ask({})).toEqual({
      kind: 'queue',
      queue: `operator-${CALL}`,
      language: 'en',
      preamble: [{ say: 'Please hold while we call an operator.' }],
    });
  });

  it.each([
    ['the language chosen', { language: 'es' as const }, 'es'],
    ['the phone’s', { caller: { ...caller, language: 'es' as const } }, 'es'],
    ['the site’s', {}, 'en'],
  ])('in %s', (_, settings, language) => {
    expect(ask(settings)).toMatchObject({ language });
  });

  it('has a queue even without a SID, as in explain', () => {
    expect(ask({ call: { environment: 'prod' } })).toMatchObject({ queue: 'operator-' });
  });
});

describe('A caller who has left the queue', () => {
  const left = { call: CALL, ...phone('alder'), queue: QUEUE, language: 'es' } as const;

  it('leaves a message in its language, with where it comes from', () => {
    expect(routeLeft(readCall({ ...left, result: 'leave' }), directory)).toMatchObject({
      maxSeconds: 900,
      line: 'phone.alder',
      preamble: [{ say: expect.stringContaining('Deje un mensaje') as string }],
    });
    expect(routeLeft(readCall({ ...left, ...outside, result: 'leave' }), directory)).toMatchObject({
      line: 'number.+15035550100',
    });
  });

  it('has nothing done for what is no SID', () => {
    expect(routeLeft({ language: 'en', call: 'CA', queue: 'QU' }, directory).effects).toEqual([]);
    expect(routeLeft({ language: 'en' }, directory).effects).toEqual([]);
  });
});

describe('A message', () => {
  const recorded = {
    environment: 'prod',
    call: CALL,
    recording: RECORDING,
    url: URL,
    status: 'completed',
    seconds: '42',
    line: 'phone.+15035550123',
    language: 'es',
  } as const;
  const noticeOf = (settings: object, where = directory) =>
    routeMessageReady({ ...recorded, ...settings }, where).effects?.[0];

  it('is thanked for', () => {
    expect(routeMessageLeft('es', directory)).toMatchObject({
      kind: 'hangUp',
      language: 'es',
      preamble: [{ say: 'Gracias. Su mensaje quedó grabado. Adiós.' }],
    });
  });

  it('is told with its length, language, phone and link', () => {
    expect(noticeOf({})).toMatchObject({
      kind: 'notify',
      text: `Message for the operator: 42 s in Spanish, from NE Ainsworth booth. ${URL}.mp3`,
      from: '+15035550100',
      keepDays: 30,
      notice: { sms: ['+15035550173'], webhook: true },
      message: { recording: RECORDING, call: CALL, phone: 'NE Ainsworth booth', empty: false },
    });
  });

  it.each([
    ['another environment', { environment: 'stage' }, 'operator (stage): 42'],
    ['a caller from outside', { line: 'number.+15035550123' }, 'from a call from outside.'],
    ['a link elsewhere', { url: 'https://twilio.com.example.org/a' }, 'dialtone messages play RE'],
    ['no link', { url: undefined }, 'dialtone messages play RE'],
    ['no line', { line: undefined }, 'from a call from outside.'],
    ['no length', { seconds: undefined }, ': 2 s in'],
  ])('is told with %s', (_, settings, text) => {
    expect(noticeOf(settings)).toMatchObject({ text: expect.stringContaining(text) as string });
  });

  it('comes from the number of the phone or line where the site has none', () => {
    const { class: name, ringSeconds, dialSeconds } = directory.site.defaults;
    const site = { ...directory.site, defaults: { class: name, ringSeconds, dialSeconds } };
    const where = withDesk({}, { site });
    expect(noticeOf({ line: 'number.+15035550123' }, where)).toMatchObject({
      from: '+15035550123',
    });
    expect(noticeOf({ line: undefined }, where)).toMatchObject({ from: undefined });
  });

  it('too short to hold a word is noted as empty', () => {
    expect(noticeOf({ seconds: '1' })).toMatchObject({ message: { empty: true } });
    expect(noticeOf({ seconds: '2' })).toMatchObject({ message: { empty: false } });
  });

  it.each([
    ['failed', { status: 'failed' }],
    ['without a status', { status: undefined }],
    ['without a call', { call: undefined }],
    ['without a recording', { recording: undefined }],
    ['whose SID is none', { recording: '../Calls' }],
  ])('%s is told to nobody', (_, settings) => {
    expect(noticeOf(settings)).toBeUndefined();
  });

  it.each([
    ['no directory', null],
    ['no desk', withSite({})],
  ])('is told to nobody where there is %s', (_, where) => {
    expect(routeMessageReady(recorded, where).effects).toEqual([]);
  });
});
