import { decideRequest } from '../../../src/phones/provision/decide';
import { logLines } from '../../../src/phones/provision/logText';
import { Throttle } from '../../../src/phones/provision/throttle';
import { DEVICES, deviceOf } from './site';

const NOW = Date.UTC(2026, 10, 21, 22, 5, 9);

function logged(path: string, userAgent = ''): string {
  const state = {
    devices: DEVICES,
    windows: new Map<string, never>(),
    vendorFiles: new Set<string>(),
  };
  const request = { method: 'GET', path, userAgent, address: '192.0.2.20', now: NOW };
  const { event, device } = decideRequest(request, state);
  const known = device ?? DEVICES.find(({ id }) => id === event.device);
  return logLines(event, known)
    .map(({ text }) => text)
    .join('\n');
}

it('says who asked for what from where, with which firmware, and what to run', () => {
  const { token } = deviceOf('101');
  const agent = 'Yealink SIP-T42S 66.86.0.15 00:15:65:00:00:01';
  expect(logged(`/p/${token}/001565000001.cfg`, agent)).toBe(
    `2026-11-21 22:05:09Z  192.0.2.20  101 (001565000001)  GET 001565000001.cfg  404 refused: not open  T42S 66.86.0.15 001565000001
    It calls itself T42S; the directory says Yealink T46S.
    If it is in front of you: press Open on the page, or start this again with --open 101`,
  );
});

it('says how to add a phone that the directory does not have', () => {
  const agent = 'Grandstream Model HW HT801 V1.1A SW 1.0.17.5 DevId 000b82ffffff';
  expect(logged('/cfg000b82ffffff.xml', agent)).toContain(
    'phone: { model: grandstream-ht801, mac: 00:0b:82:ff:ff:ff, dial: dialtone }',
  );
  expect(logged('/spa000e08ffffff.cfg')).toMatch(
    /model: (linksys|cisco)-…, mac: 00:0e:08:ff:ff:ff/,
  );
  expect(logged('/020000ffffff.cfg')).toContain('model: …, mac: 02:00:00:ff:ff:ff');
});

it('says when a phone asks without its secret path, and does not say the path', () => {
  const said = logged('/cfg000b82000001.xml');
  expect(said).toContain('+15035550123 (000b82000001)');
  expect(said).toContain('Its address is printed when it is opened');
  expect(said).not.toContain(deviceOf('+15035550123').token);
});

it('lets nobody write into a terminal', () => {
  const said = logged('/\x1b]0;title\x07\x9b31m', 'a\x1b[2Jb\r\nc\u202e');
  // eslint-disable-next-line no-control-regex
  expect(said.replaceAll('\n', '')).not.toMatch(/[\x00-\x1f\x7f-\x9f\u202e]/);
});

it('counts what is too much for the log', () => {
  const throttle = new Throttle();
  const admitted = Array.from({ length: 100 }, () => throttle.admit(NOW).admitted);
  expect(admitted.filter(Boolean)).toHaveLength(10);
  expect(throttle.admit(NOW + 1_000)).toEqual({ admitted: true, dropped: 90 });
  expect(throttle.admit(NOW + 1_001)).toEqual({ admitted: true, dropped: 0 });
});
