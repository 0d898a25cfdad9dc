/** What became of what was imported, for the person who must decide the rest. */
import { printable } from '../../diagnostics/printable';

export interface ReportLine {
  /** As it is called where it comes from; null for the whole set-up, or a menu. */
  readonly extension: string | null;
  /** The context that it is about, as it is called where it comes from. */
  readonly context?: string;
  /**
   * `kept`: means what it meant. `changed`: means something else, or is new. `lost`: has no
   * place here. `wrong`: was wrong already, and is not taken over.
   */
  readonly severity: 'kept' | 'changed' | 'lost' | 'wrong';
  readonly text: string;
  /** What to do about it, where there is anything to do. */
  readonly fix?: string;
  /** Reported before everything else. */
  readonly first?: true;
  /** Whoever picks up a phone or calls a number notices it. */
  readonly callers?: true;
}

export class Report {
  readonly #lines: ReportLine[] = [];

  add(
    extension: string | null,
    severity: ReportLine['severity'],
    text: string,
    fix?: string,
  ): void {
    this.#lines.push({ extension, severity, text, ...(fix !== undefined && { fix }) });
  }

  /** What whoever picks up a phone or calls a number notices. */
  addForCallers(line: Omit<ReportLine, 'callers'>): void {
    this.#lines.push({ ...line, callers: true });
  }

  /** Of the whole set-up, before all that was reported. */
  addFirst(severity: ReportLine['severity'], text: string, fix: string): void {
    this.#lines.unshift({ extension: null, severity, text, fix, first: true });
  }

  /** The same of a context of the menus. */
  addContext(context: string, severity: ReportLine['severity'], text: string, fix?: string): void {
    const line = { extension: null, context, severity, text };
    this.#lines.push({ ...line, ...(fix !== undefined && { fix }) });
  }

  get lines(): readonly ReportLine[] {
    return this.#lines;
  }
}

const MOST = 60;

/** A value of somebody else's file in one line: shortened, and without anything that acts on a terminal. */
export function shown(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  const short = text.length > MOST ? `${text.slice(0, MOST)}…` : text;
  return `\`${printable(short)}\``;
}
