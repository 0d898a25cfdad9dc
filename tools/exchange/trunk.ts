/** Requests from the exchange to the functions, and what can befall them. */
import type { Parameters } from '../../test/fixtures/twilio';
import type { Clock } from './clock';
import type { Leg } from './leg';

/**
 * `lost`: never arrives. `unheard`: arrives, and its answer is lost. `twice`: the first answer is
 * lost and Twilio asks again. A number: arrives so many seconds late, behind others.
 */
export type Mishap = 'lost' | 'unheard' | 'twice' | number;

export interface Asked {
  readonly leg: Leg;
  /** Path of the URL. */
  readonly route: string;
  readonly parameters: Parameters;
}

const OK = 200;
/** A function takes as long, between what it is asked and what is done about it: never kinder than Twilio. */
const FUNCTION_SECONDS = 0.3;

export class Trunk {
  /** Every request, in order. */
  readonly requests: Asked[] = [];
  /** Asked before each request. */
  mishap: (asked: Asked) => Mishap | undefined = () => undefined;

  constructor(
    /** Where twilio-run listens. */
    private readonly origin: string,
    private readonly clock: Clock,
  ) {}

  /** @param url Of the deployment, or relative to it. @returns undefined where there is no answer. */
  async ask(leg: Leg, url: string, parameters: Parameters): Promise<string | undefined> {
    const { pathname: route, search } = new URL(url, 'https://functions.example.org');
    const asked = { leg, route, parameters };
    const mishap = this.mishap(asked);
    if (typeof mishap === 'number') await this.passing(mishap);
    if (mishap === 'lost') return undefined;
    if (mishap === 'twice') await this.send(asked, search);
    const answer = await this.send(asked, search);
    if (!isAsset(route)) await this.passing(FUNCTION_SECONDS);
    return mishap === 'unheard' ? undefined : answer;
  }

  /** A request whose answer does nothing: the call is over, or it only tells. */
  callback(leg: Leg, url: string | undefined, parameters: Parameters): void {
    if (url !== undefined) void this.ask(leg, url, parameters);
  }

  private passing(seconds: number): Promise<void> {
    return new Promise((resolve) => void this.clock.after(seconds, resolve));
  }

  private async send(asked: Asked, search: string): Promise<string> {
    this.requests.push(asked);
    const { route, parameters } = asked;
    const { status, body } = await this.clock.during(
      fetch(this.origin + route + search, {
        ...(!isAsset(route) && { method: 'POST', body: new URLSearchParams(parameters) }),
      }).then(async (response) => ({ status: response.status, body: await response.text() })),
    );
    if (status !== OK) throw new Error(`${route} answers ${status}: ${body.slice(0, 500)}`);
    return body;
  }
}

function isAsset(route: string): boolean {
  return route.endsWith('.xml');
}
