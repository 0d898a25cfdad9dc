/** Stand-ins for tests: a request, or a reply, that is not as documented fails the test. */
import { type StandInOptions, TwilioStandIn } from './standIn';

/** A new account for each test of the block it is called in. */
export function heldStandIn(options?: StandInOptions): () => TwilioStandIn {
  let standIn: TwilioStandIn;
  beforeEach(() => {
    standIn = new TwilioStandIn(options);
  });
  afterEach(() => {
    expect(standIn.violations).toEqual([]);
  });
  return () => standIn;
}

/** `await expect(…).rejects.toMatchObject(twilioError(21232))` */
export function twilioError(code: number, status = 400): object {
  return { code, status, moreInfo: `https://www.twilio.com/docs/errors/${code}` };
}
