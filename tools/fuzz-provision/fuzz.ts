/** Fuzzes a provisioning server in a process of its own, many requests at a time. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import path from 'node:path';
import { type FuzzedRequest, NEVER_OPENED } from './fuzzRequests';
import { DEVICES, filesFor } from '../../test/phones/provision/site';
import { answerOf, readToEnd } from '../../test/phones/provision/wire';

const AT_ONCE = 50;
/** They leave it to us to close. */
const AS_PHONES_DO = new Set(['phone', 'guess', 'flood']);
/** None is an error of ours, a redirection, or anything else that tells more. */
const STATUSES = new Set([0, 200, 400, 404, 408, 431]);

export interface Fuzzed {
  readonly diagnostics: readonly string[];
  /** Answers by status; 0 is none at all. */
  readonly statuses: Readonly<Record<string, number>>;
  /** How often a password left, each time within a window of its phone. */
  readonly handedOver: number;
}

/** By extension, all that is secret in its file. */
const SECRETS: ReadonlyMap<string, string> = new Map(
  DEVICES.map((device) => {
    const secret = filesFor(device).find((file) => file.secret)?.content ?? '';
    // Its password, or what stands for it.
    const [password = ''] =
      /[0-9a-f]{32}|(?<![A-Za-z0-9])(?=\w*\d)[A-Za-z0-9]{20}(?![A-Za-z0-9])/.exec(secret) ?? [];
    return [device.extensions[0] ?? '', password];
  }),
);

export class FuzzedServer {
  /** By extension, since it began: read whole by somebody, and opened. */
  private readonly left = new Map<string, number>();
  private readonly windows = new Map<string, number>();

  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {}

  static async start(): Promise<FuzzedServer> {
    const child = fork(path.join(__dirname, 'fuzzServer.ts'), { execArgv: ['--import', 'tsx'] });
    child.setMaxListeners(AT_ONCE + 1);
    const [{ port }] = (await once(child, 'message')) as [{ port: number }];
    return new FuzzedServer(child, port);
  }

  /** Memory as Linux counts it; undefined on other systems. */
  residentMiB(): number | undefined {
    try {
      const kib = /VmRSS:\s+(\d+)/.exec(
        readFileSync(`/proc/${this.child.pid}/status`, 'utf8'),
      )?.[1];
      return Math.round(Number(kib) / 1024);
    } catch {
      return undefined;
    }
  }

  async stop(): Promise<void> {
    this.child.send(null as never);
    await once(this.child, 'exit');
  }

  async fuzz(requests: readonly FuzzedRequest[]): Promise<Fuzzed> {
    const diagnostics: string[] = [];
    const statuses: Record<string, number> = {};
    const windows = new Map<string, number>();
    const left = new Map<string, number>();
    const queue = [...requests];

    const worker = async () => {
      for (let request = queue.shift(); request; request = queue.shift()) {
        if (request.opens !== undefined) {
          windows.set(request.opens, (windows.get(request.opens) ?? 0) + 1);
          await this.open(request.opens);
        }
        const text = await this.send(request);
        const { status, body, headers } = answerOf(text);
        statuses[status] = (statuses[status] ?? 0) + 1;
        if (!STATUSES.has(status)) diagnostics.push(`${request.kind}: ${status}`);
        const whole = body.length >= Number(headers['content-length'] ?? 0);
        for (const [extension, secret] of SECRETS) {
          if (!text.includes(secret)) continue;
          if (NEVER_OPENED.includes(extension))
            diagnostics.push(`${request.kind}: ${extension} leaked`);
          if (status !== 200) diagnostics.push(`${request.kind}: ${extension} in a ${status}`);
          if (whole) left.set(extension, (left.get(extension) ?? 0) + 1);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    if (this.child.exitCode !== null) diagnostics.push('the server has ended');
    const said = await this.said();
    for (const [extension, times] of left)
      this.left.set(extension, (this.left.get(extension) ?? 0) + times);
    for (const [extension, times] of windows)
      this.windows.set(extension, (this.windows.get(extension) ?? 0) + times);
    for (const {
      id,
      extensions: [extension = ''],
    } of DEVICES) {
      const [read, opened] = [this.left, this.windows].map((all) => all.get(extension) ?? 0) as [
        number,
        number,
      ];
      const counted = said[id] ?? 0;
      // Once for each time that it was opened, and never unsaid.
      if (read > counted)
        diagnostics.push(`${extension} was read ${read} times, said ${counted} times`);
      if (counted > opened)
        diagnostics.push(`${extension} left ${counted} times, opened ${opened} times`);
    }
    const handedOver = [...left.values()].reduce((sum, times) => sum + times, 0);
    return { diagnostics, statuses, handedOver };
  }

  /** By device, how often the server has said that its password has left. */
  private async said(): Promise<Readonly<Record<string, number>>> {
    const done = new Promise<Record<string, number>>((resolve) => {
      const onMessage = ({ left }: { left?: Record<string, number> }) => {
        if (!left) return;
        this.child.off('message', onMessage);
        resolve(left);
      };
      this.child.on('message', onMessage);
    });
    this.child.send({ count: true });
    return done;
  }

  private async open(extension: string): Promise<void> {
    const done = new Promise<void>((resolve) => {
      const onMessage = (message: { opened?: string }) => {
        if (message.opened !== extension) return;
        this.child.off('message', onMessage);
        resolve();
      };
      this.child.on('message', onMessage);
    });
    this.child.send(extension);
    await done;
  }

  private async send({ kind, bytes, resetsAfterMs, resetsAtEnd }: FuzzedRequest): Promise<string> {
    const socket = connect({ port: this.port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    socket.write(bytes);
    if (resetsAtEnd) resetAtEnd(socket);
    else if (resetsAfterMs !== undefined) setTimeout(() => socket.resetAndDestroy(), resetsAfterMs);
    // What is cut short would else be waited for.
    else if (!AS_PHONES_DO.has(kind)) socket.end();
    return readToEnd(socket);
  }
}

function resetAtEnd(socket: Socket): void {
  let text = '';
  socket.on('data', (chunk: Buffer) => {
    text += chunk.toString('utf8');
    const { headers, body } = answerOf(text);
    if (Buffer.byteLength(body) >= Number(headers['content-length'] ?? Infinity)) {
      socket.resetAndDestroy();
    }
  });
}
