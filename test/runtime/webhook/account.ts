/** An account at the stand-in, as the operator's effects meet it: with the real SDK, and interrupted at will. */
import type { Twilio } from 'twilio';
import { clientOf } from '../../../tools/twilio-stand-in/client';
import type { ApiRequest, Outcome, Switches } from '../../../tools/twilio-stand-in/contract';
import { TwilioStandIn } from '../../../tools/twilio-stand-in/standIn';
import { HOUSE } from '../../fixtures/directory';

interface Way {
  readonly before?: (request: ApiRequest) => Promise<void>;
  readonly after?: (request: ApiRequest) => Promise<void>;
}

export class Account {
  readonly standIn: TwilioStandIn;
  /** @param switches Guesses that are to go another way. */
  constructor(switches: Partial<Switches> = {}) {
    this.standIn = new TwilioStandIn({ switches });
  }

  /** Called before a request is answered: may wait, or answer itself. */
  before: (request: ApiRequest) => Outcome | undefined | Promise<Outcome | undefined> = () =>
    undefined;

  /** Buys the number that volunteers see. */
  async open(): Promise<this> {
    const { account } = this.standIn.client().api.v2010;
    await account.incomingPhoneNumbers.create({ phoneNumber: HOUSE });
    return this;
  }

  /** @param way What its requests meet on their way there and back. */
  client({ before, after }: Way = {}): Twilio {
    const { accountSid, authToken } = this.standIn;
    const own = { username: accountSid, password: authToken };
    return clientOf(accountSid, own, async (request) => {
      await before?.(request);
      const outcome = (await this.before(request)) ?? (await this.standIn.handle(request));
      await after?.(request);
      return outcome;
    });
  }

  /** Calls that were made by REST. */
  get legs() {
    return this.standIn.state.api.calls;
  }

  get messages() {
    return this.standIn.state.api.messages.map(({ to, from, body }) => ({ to, from, body }));
  }

  /** A document of the default service. */
  document(name: string) {
    const [service] = this.standIn.state.sync.services;
    return service?.documents.find(({ uniqueName }) => uniqueName === name);
  }
}

/** As Twilio refuses. */
export function refusal(status: number, code: number): Outcome {
  return { status, body: { status, code, message: `error ${code}`, more_info: '' } };
}
