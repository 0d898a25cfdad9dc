/** Menus and operators of an import, for the phones that are taken over. */
import type { Diagnostic } from '../../diagnostics/diagnostic';
import type { Beside } from './futelFiles';
import type { Phone } from './futelPhones';
import { type FutelOptions, handOffHostName } from './futelSite';
import type { Destination } from './ivrs/destination';
import { OPERATOR_MENU } from './ivrs/destinations';
import { readGiven } from './ivrs/given';
import { endFaulty, type Ended } from './ivrs/fix';
import { Menus } from './ivrs/menus';
import { readOperators, reportOperators } from './ivrs/operators';
import { type Report, shown } from './report';

/** What lies beside extensions.json. */
export interface FutelMore {
  /** What each of the `ivrs_*.json` holds, by its name. */
  readonly ivrs?: Readonly<Record<string, unknown>>;
  readonly operatorNumbers?: unknown;
  /** What recordings say: see `readGiven`. */
  readonly translations?: unknown;
  /** What names lead to that only the code knew: see `readGiven`. */
  readonly destinations?: unknown;
}

export class FutelMenus {
  readonly #ended: Ended = new Set();
  #incoming: Destination | undefined;
  #written: Beside | undefined;

  private constructor(
    readonly menus: Menus,
    readonly operators: readonly string[],
    readonly options: FutelOptions,
    readonly report: Report,
  ) {
    const { incomingMenu } = options;
    if (incomingMenu === undefined) return;
    const incoming = menus.to(incomingMenu);
    if (incoming && ('menu' in incoming || ('do' in incoming && incoming.do === 'operator'))) {
      this.#incoming = incoming;
      return;
    }
    const text = `there is no context ${shown(incomingMenu)} to answer the house number`;
    report.add(null, 'wrong', text, 'Name one of them with --incoming-menu.');
  }

  /** Undefined where there are neither menus nor operators. */
  static read(options: FutelOptions, more: FutelMore, report: Report): FutelMenus | undefined {
    const operators = readOperators(more.operatorNumbers, report);
    if (
      [more.ivrs, more.destinations].every((each) => each === undefined) &&
      operators.length === 0
    )
      return undefined;
    const given = readGiven(more.destinations, more.translations, report);
    const { recordings } = options;
    const handOffHost = handOffHostName(options);
    const hosted = recordings !== undefined;
    const menus = new Menus(more.ivrs ?? {}, given, handOffHost, hosted, report);
    return new FutelMenus(menus, operators, options, report);
  }

  write(phones: readonly Phone[]): Beside {
    const { menus, operators } = this;
    const hash = (menu: string) => menus.to(menu);
    const zero = menus.to(OPERATOR_MENU) ?? (operators.length > 0 ? OPERATOR : undefined);
    const tops = phones.flatMap(({ menu, toneMenu }) =>
      [menu, toneMenu].flatMap((each) => (each === undefined ? [] : (hash(each) ?? []))),
    );
    const roots = [zero, this.#incoming, ...tops].flatMap((root) => root ?? []);
    const written = menus.write(roots, this.#ended);
    const { numberLists, serviceCodes } = menus.given;
    const incoming = this.#incoming;
    this.#written = { written, hash, zero, incoming, operators, numberLists, serviceCodes };
    return this.#written;
  }

  /** Takes out what the directory refuses; false when there is nothing to take out. */
  fix(diagnostics: readonly Diagnostic[]): boolean {
    const [diagnostic] = diagnostics.filter(({ where }) => where.file.startsWith('menus/'));
    if (diagnostic === undefined || this.#written === undefined) return false;
    // What phones may do in a menu, callers from outside perhaps may not.
    if (this.#incoming !== undefined) {
      this.#incoming = undefined;
      const text = `no menu answers the house number, because it would be refused: ${diagnostic.message}`;
      const fix = 'Name another with --incoming-menu.';
      this.report.addForCallers({ extension: null, severity: 'lost', text, fix });
      return true;
    }
    return endFaulty(diagnostics, this.#written.written, this.#ended, this.report);
  }

  reportTo(): void {
    if (this.#written === undefined) return;
    this.menus.reportTo(this.#written.written, this.report);
    reportOperators(this.operators, this.#written.written.operator, this.report);
  }
}

const OPERATOR: Destination = { do: 'operator' };
