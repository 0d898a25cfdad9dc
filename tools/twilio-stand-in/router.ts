/** Which route answers a request. */
import type { ApiRequest, Route } from './contract';

export interface Match {
  readonly route: Route;
  readonly params: Readonly<Record<string, string>>;
}

interface Entry {
  readonly route: Route;
  readonly pattern: RegExp;
}

export class Router {
  private readonly entries: readonly Entry[];

  constructor(routes: readonly Route[]) {
    // A parameter may stand for a name that another route spells out.
    this.entries = [...routes]
      .sort((a, b) => parameters(a.path) - parameters(b.path))
      .map((route) => ({ route, pattern: patternOf(route.path) }));
  }

  knowsHost(host: string): boolean {
    return this.entries.some(({ route }) => isHost(host, route.host));
  }

  find(request: ApiRequest): Match | undefined {
    return this.at(request).find(({ route }) => route.method === request.method);
  }

  /** Whatever the method. */
  at({ host, path }: ApiRequest): Match[] {
    return this.entries.flatMap(({ route, pattern }) => {
      const found = isHost(host, route.host) ? pattern.exec(path) : null;
      return found ? [{ route, params: decoded(found.groups ?? {}) }] : [];
    });
  }
}

function isHost(host: string, pattern: string): boolean {
  if (!pattern.startsWith('*.')) return host === pattern;
  const suffix = pattern.slice(1);
  return host.endsWith(suffix) && !host.slice(0, -suffix.length).includes('.');
}

function parameters(path: string): number {
  return path.split('{').length;
}

function patternOf(path: string): RegExp {
  const pattern = path
    .replace(/[.?*()[\]\\^$|]/g, '\\$&')
    .replace(/\{(\w+)\+\}/g, '(?<$1>.+)')
    .replace(/\{(\w+)\}/g, '(?<$1>[^/]+?)');
  return new RegExp(`^${pattern}$`);
}

function decoded(params: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, decodedText(value)]),
  );
}

/** A stray `%` stands for itself. */
function decodedText(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
