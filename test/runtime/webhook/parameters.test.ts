import { readParameters } from '../../../src/runtime/webhook/parameters';

describe('readParameters', () => {
  it('keeps text and leaves out whatever else a request can smuggle in', () => {
    const event = {
      request: { headers: {}, cookies: {} },
      From: 'sip:demo@example.sip.twilio.com',
      To: ['911', '933'],
      Nested: { $ne: '' },
      Count: 3,
      Empty: '',
    };

    expect(readParameters(event)).toEqual({ From: 'sip:demo@example.sip.twilio.com' });
  });
});
