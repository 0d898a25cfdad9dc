/** Calls between our own phones, and where a service code leads. */
import { readCall, readKeyRequest, routeMenu, routeOutgoing } from '../../../src/runtime/calls';
import { directory as menus, menu } from '../../fixtures/menus';
import { directory } from '../../fixtures/directory';
import { sipUri } from '../../fixtures/twilio';

const NOW = new Date('2026-11-20T12:00-08:00');

describe('A call between our phones', () => {
  it('has no limit of a class', () => {
    const call = { environment: 'prod', from: sipUri('alder'), to: sipUri('desk') } as const;
    const decision = routeOutgoing(readCall(call), directory, NOW);
    expect(decision).toMatchObject({ kind: 'ring', callerId: 'alder' });
    expect(decision).not.toHaveProperty('timeLimitSeconds');
  });

  it.each([
    ['backroom', '301', 'its short name, which it can be called back by'],
    ['counter', '+15035550129', 'its number'],
    ['alder', 'alder', 'its username'],
  ])('from %s is shown as %s: %s', (from, callerId) => {
    const call = { environment: 'prod', from: sipUri(from), to: sipUri('desk') } as const;
    expect(routeOutgoing(readCall(call), directory, NOW)).toMatchObject({ kind: 'ring', callerId });
  });

  it.each([
    ['+15035550147', '+15035550147'],
    ['anonymous', 'anonymous'],
  ])('that a menu makes for %s from outside is shown as %s', (from, callerId) => {
    const keys = { 1: { ring: ['desk'] } } as const;
    const lobby = menu('lobby', { keys });
    const site = { ...menus, menus: new Map([['lobby', lobby]]) };
    const call = readCall({ environment: 'prod', from, to: '+15035550190' });
    const parameters = { menu: 'lobby', lang: 'en', Digits: '1' };
    const decision = routeMenu(readKeyRequest({ call, parameters }), site, NOW);
    expect(decision).toMatchObject({ kind: 'ring', callerId });
  });
});

describe('A service code', () => {
  it('leads wherever the directory says', () => {
    const serviceCodes = new Map([['411', { ring: ['desk'] }]]);
    const call = { environment: 'prod', from: sipUri('alder'), to: sipUri('411') } as const;
    const decision = routeOutgoing(readCall(call), { ...directory, serviceCodes }, NOW);
    expect(decision).toMatchObject({ kind: 'ring', extensions: ['desk'] });
  });
});

describe('A SIP address that calls one of our numbers', () => {
  const call = readCall({ environment: 'prod', from: sipUri('booth'), to: '+15035550190' });

  it('is no phone of ours, whatever its name', () => {
    expect(call.from).toMatchObject({ kind: 'outside', user: 'booth' });
  });

  it('gets no dial tone in a menu', () => {
    const parameters = { menu: 'top', lang: 'en', Digits: '1' };
    expect(routeMenu(readKeyRequest({ call, parameters }), menus, NOW)).toMatchObject({
      kind: 'refuse',
      reason: 'no-dial-tone',
    });
    const phone = readCall({ environment: 'prod', from: sipUri('booth'), to: sipUri('#') });
    expect(routeMenu(readKeyRequest({ call: phone, parameters }), menus, NOW)).toMatchObject({
      kind: 'gather',
    });
  });
});
