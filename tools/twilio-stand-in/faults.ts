/** Faults of the network and of Twilio, as a test plans them. */

/** They may be put together: a write whose reply is lost, and which is not listed for a while. */
export interface Fault {
  /** Refused with this status; 429 with Twilio's 20429. Not processed, unless `processed`. */
  readonly status?: number;
  readonly code?: number;
  readonly processed?: true;
  /** The connection is reset before Twilio has seen the request. */
  readonly drop?: true;
  /** Twilio does what is asked; then the connection is reset. */
  readonly loseReply?: true;
  /** Of a write: so many reads from now on answer as if neither it nor any later one had happened. */
  readonly staleReads?: number;
  /** Of a write: reads answer as if it had not happened until so many further writes are done. */
  readonly staleWrites?: number;
  /** Milliseconds until Twilio looks at the request. */
  readonly slow?: number;
}

/** What a plan can go by. */
export interface Subject {
  readonly method: string;
  readonly host: string;
  readonly route: string;
  readonly path: string;
  readonly write: boolean;
  /** 1 for the first write; of a read, the number of writes before it. */
  readonly nth: number;
}

export interface Plan {
  on(subject: Subject): boolean;
  /** 1 when not given; `Infinity` for ever. */
  readonly times?: number;
  readonly fault: Fault;
}

export class Faults {
  private plans: { readonly plan: Plan; left: number }[] = [];
  private writes = 0;

  /** Of several plans for a request, the one made first strikes. */
  plan(plan: Plan): void {
    this.plans.push({ plan, left: plan.times ?? 1 });
  }

  /** Forgets all plans, and counts writes from 1 again. */
  reset(): void {
    this.plans = [];
    this.writes = 0;
  }

  /** The fault that a request meets. Called once for each request that is as it should be. */
  strike(request: Omit<Subject, 'nth'>): Fault | undefined {
    if (request.write) this.writes += 1;
    const subject = { ...request, nth: this.writes };
    const found = this.plans.find(({ plan, left }) => left > 0 && plan.on(subject));
    if (found) found.left -= 1;
    return found?.plan.fault;
  }
}

/** For the ledger: `loseReply staleReads`. */
export function nameOf(fault: Fault | undefined): string | undefined {
  if (!fault) return undefined;
  const { status, ...others } = fault;
  return [...(status === undefined ? [] : [String(status)]), ...Object.keys(others)].join(' ');
}
