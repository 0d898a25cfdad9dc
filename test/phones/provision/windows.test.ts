/** A phone that is opened anew while its file of before is still on its way. */
import {
  opened,
  type ProvisioningWindow,
  type Windows,
  mayHave,
  sending,
  sent,
} from '../../../src/phones/provision/windows';
import type { ConfigFile } from '../../../src/phones/phone';

const ID = '0018f8000001';
const file = (content: string): ConfigFile => ({
  name: 'spa0018f8000001.cfg',
  contentType: 'text/xml',
  content,
  secret: true,
});
const open = (windows: Windows, one: ConfigFile) =>
  opened(windows, ID, { files: [one], until: 1_000 });
const of = (windows: Windows): ProvisioningWindow => windows.get(ID)!;

it('has what it is sent now to itself, whatever becomes of what was sent before', () => {
  const [before, now] = [file('before'), file('now')];
  const under = sending(open(sending(open(new Map(), before), ID, before), now), ID, now);
  for (const whole of [true, false]) {
    const after = sent(under, ID, before, { whole, now: 500 });
    expect(of(after)).toEqual(of(under));
    expect(mayHave(of(after), now)).toBe(false);
  }
});

it('is done when what it is sent now has arrived, and not before', () => {
  const one = file('now');
  const under = sending(open(new Map(), one), ID, one);
  expect(of(sent(under, ID, one, { whole: false, now: 500 }))).toMatchObject({ files: [one] });
  const after = of(sent(under, ID, one, { whole: true, now: 500 }));
  expect(after).toMatchObject({ files: [], handedOver: 500 });
});
