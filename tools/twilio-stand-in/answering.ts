/** From a request to its reply: route, credentials, documents, planned faults and handler. */
import { setTimeout as delay } from 'node:timers/promises';
import { isAuthorized, type Secrets } from './authorization';
import {
  ApiError,
  type ApiReply,
  type ApiRequest,
  type Call,
  CONNECTION_LOST,
  notFound,
  type Outcome,
  type Product,
} from './contract';
import type { Fault, Faults } from './faults';
import { isWrite } from './ledger';
import { type Operation, operationKey, operationsOf } from './openapi';
import { errorReply, faultReply } from './replies';
import { checkRequest } from './requests';
import { type Match, Router } from './router';
import { Snapshots } from './snapshots';

/** What the client gets, and for the ledger what happened. */
export interface Answer {
  readonly reply: Outcome;
  readonly status: number;
  readonly route?: string | undefined;
  readonly fault?: Fault | undefined;
}

/** The stand-in's account and its surroundings. */
export interface Context extends Pick<Call, 'state' | 'switches' | 'newSid'>, Secrets {
  readonly faults: Faults;
  readonly now: () => Date;
  /** Takes note of a request, or a reply of ours, that is not as documented. */
  violation(request: ApiRequest, what: string): void;
}

export class Answering {
  private readonly router: Router;
  private readonly operations: ReadonlyMap<string, Operation>;
  private readonly snapshots = new Snapshots();

  constructor(
    products: readonly Product[],
    private readonly context: Context,
  ) {
    const routes = products.flatMap((product) => product.routes);
    this.router = new Router(routes);
    this.operations = operationsOf([...new Set(products.flatMap(({ documents }) => documents))]);
    for (const { host, method, path, undocumented } of routes) {
      if (!undocumented && !this.operations.has(operationKey(host, method, path))) {
        throw new Error(`No document describes ${method} https://${host}${path}`);
      }
    }
  }

  async answer(request: ApiRequest): Promise<Answer> {
    if (!this.router.knowsHost(request.host)) {
      this.context.violation(request, `${request.host} is not a host of the stand-in`);
      return { reply: CONNECTION_LOST, status: 0 };
    }
    const match = this.router.find(request);
    if (!match?.route.open && !isAuthorized(request, this.context, match?.route)) {
      return refused(new ApiError(401, 20003, 'Authenticate'), match);
    }
    return match ? this.atRoute(request, match) : refused(this.unanswered(request));
  }

  private async atRoute(request: ApiRequest, match: Match): Promise<Answer> {
    const { method, path: route, host: routeHost } = match.route;
    const operation = this.operations.get(operationKey(routeHost, method, route));
    const checked =
      operation && checkRequest(operation, request, match.params, match.route.alsoTakes);
    checked?.violations.forEach((one) => this.context.violation(request, one));
    if (checked?.error) return refused(checked.error, match);

    const { host, path } = request;
    const fault = this.context.faults.strike({ method, host, route, path, write: isWrite(method) });
    if (fault?.slow) await delay(fault.slow);
    if (fault?.drop) return { reply: CONNECTION_LOST, status: 0, route, fault };
    const failure = fault?.status === undefined ? undefined : faultReply(fault.status, fault.code);
    if (failure && !fault?.processed) return { ...answered(failure, match), fault };
    const performed = this.perform(request, match, checked?.values ?? {}, fault);
    // Only a function that really runs takes time: everything else happens at once.
    const reply = performed instanceof Promise ? await performed : performed;
    if (operation) this.checkReply(request, reply, operation);
    if (fault?.loseReply) return { ...answered(reply, match), reply: CONNECTION_LOST, fault };
    return { ...answered(failure ?? reply, match), fault };
  }

  private perform(
    request: ApiRequest,
    { route, params }: Match,
    values: Call['values'],
    fault: Fault | undefined,
  ): ApiReply | Promise<ApiReply> {
    const { switches, accountSid } = this.context;
    const { query, form, files } = request;
    const common = { switches, accountSid, now: this.context.now(), request, query, form, files };
    const newSid = (prefix: string) => this.context.newSid(prefix);
    if (isWrite(route.method)) this.snapshots.beforeWrite(this.context.state, fault);
    const state = isWrite(route.method)
      ? this.context.state
      : this.snapshots.forRead(this.context.state);
    try {
      return route.handle({ ...common, params, values, state, newSid });
    } catch (error) {
      if (error instanceof ApiError) return errorReply(error);
      // Not Twilio's fault but ours.
      this.context.violation(request, `the stand-in failed: ${(error as Error).stack}`);
      return errorReply(new ApiError(500, 20500, 'An internal server error has occurred'));
    }
  }

  /** The documents describe no errors. */
  private checkReply(request: ApiRequest, { status, body }: ApiReply, operation: Operation): void {
    if (status >= 400) return;
    const check = operation.reply(status);
    const faults = check ? check(body) : [`status ${status} is not documented`];
    faults.forEach((one) => this.context.violation(request, `the reply: ${one}`));
  }

  private unanswered(request: ApiRequest): ApiError {
    const others = this.router.at(request).map(({ route }) => route.method);
    if (others.length === 0) {
      this.context.violation(request, 'the stand-in has no such path');
      return notFound(request.path);
    }
    this.context.violation(request, `the stand-in answers ${others.join(', ')} here`);
    return new ApiError(405, 20004, 'Method not allowed');
  }
}

function refused(error: ApiError, match?: Match): Answer {
  return answered(errorReply(error), match);
}

function answered(reply: ApiReply, match?: Match): Answer {
  return { reply, status: reply.status, route: match?.route.path };
}
