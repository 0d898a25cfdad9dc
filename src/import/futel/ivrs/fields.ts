/** Fields of a context, with every wrong type reported. */
import { type Report, shown } from '../report';

export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads the fields of one context. */
export class FieldReader {
  constructor(
    readonly context: string,
    readonly fields: Fields,
    readonly report: Report,
  ) {}

  wrong(text: string): void {
    this.report.addContext(this.context, 'wrong', text);
  }

  /** A name; undefined where there is none, or something else. */
  name(field: string): string | undefined {
    const value = this.#field(field);
    if (value === undefined || typeof value === 'string') return value;
    this.wrong(`its \`${field}\` is ${shown(value)}, not a name: left out`);
    return undefined;
  }

  /** Names in order; what is none is left out. */
  names(field: string): string[] {
    const value = this.#field(field);
    return value === undefined ? [] : this.namesIn(value, `its \`${field}\``);
  }

  namesIn(value: unknown, whose: string): string[] {
    if (typeof value === 'string') {
      this.wrong(`${whose} is ${shown(value)}, not a list: read as its only entry`);
      return value === '' ? [] : [value];
    }
    if (!Array.isArray(value)) {
      this.wrong(`${whose} is ${shown(value)}, not a list: left out`);
      return [];
    }
    return value.filter((each): each is string => {
      if (typeof each === 'string' && each !== '') return true;
      this.wrong(`${whose} contains ${shown(each)}, not a name: left out`);
      return false;
    });
  }

  /** Entries by what stands before them: the position, from `first` on, or the key of an object. */
  entries(field: string, first: number): [string, unknown][] {
    const value = this.#field(field);
    if (value === undefined) return [];
    if (Array.isArray(value)) {
      return value.map((entry, position): [string, unknown] => [String(first + position), entry]);
    }
    if (isObject(value)) return Object.entries(value);
    this.wrong(`its \`${field}\` is ${shown(value)}, not a list: left out`);
    return [];
  }

  #field(field: string): unknown {
    return Object.hasOwn(this.fields, field) ? (this.fields[field] ?? undefined) : undefined;
  }
}
