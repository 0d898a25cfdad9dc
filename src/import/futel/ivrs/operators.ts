/** Futel's `operator_numbers`: a list of whom to call when a caller asks for the operator. */
import { withoutSeparators } from '../../../runtime/numbers/emergency';
import { readPhoneNumber } from '../../../runtime/numbers/phoneNumber';
import { COUNTRY } from '../futelEntries';
import { type Report, shown } from '../report';
import { Block, type Entry, schemaLine, type Value, yamlText } from '../yamlText';

/** The numbers, once each. Private people's: the report names their places in the list only. */
export function readOperators(json: unknown, report: Report): string[] {
  if (json === undefined) return [];
  if (!Array.isArray(json)) {
    report.add(null, 'wrong', 'the operator numbers are not a list: nobody is called', FIX);
    return [];
  }
  const numbers: string[] = [];
  for (const [index, entry] of json.entries()) {
    const which = `operator number ${index + 1}`;
    const written = typeof entry === 'number' ? String(entry) : (entry as unknown);
    const read =
      typeof written === 'string' ? readPhoneNumber(withoutSeparators(written), COUNTRY) : '';
    if (typeof read === 'string') {
      report.add(null, 'wrong', `${which} is not a telephone number: left out`, FIX);
    } else if (numbers.includes(read.e164)) {
      const first = numbers.indexOf(read.e164) + 1;
      report.add(null, 'wrong', `${which} already belongs to volunteer-${first}: left out`);
    } else numbers.push(read.e164);
  }
  if (numbers.length > 0) {
    const text = `${numbers.length} operator numbers are volunteer-1 to volunteer-${numbers.length} of operators.yaml, on duty day and night`;
    report.add(null, 'changed', text, 'Give them names, `hours` and `languages`.');
  }
  return numbers;
}

const FIX = 'Add them to operators.yaml.';

/** operators.yaml; without volunteers a caller can leave a message only. */
export function operatorsFile(numbers: readonly string[]): string {
  const volunteers = numbers.map((call, index): [string, Value] => [
    `volunteer-${index + 1}`,
    { call },
  ]);
  const entry: Entry = {
    key: 'volunteers',
    value: volunteers.length > 0 ? new Block(volunteers) : {},
    apart: true,
    flow: volunteers.length === 0,
  };
  return yamlText(`${schemaLine('operators')}\n\n${HEAD}`, [entry]);
}

/** Said when nobody would be called. */
export function reportOperators(numbers: readonly string[], asked: boolean, report: Report): void {
  if (!asked || numbers.length > 0) return;
  const text = `callers call the operator, but nobody is called: ${shown('operator_numbers')} is missing`;
  const fix = 'Import with --operator-numbers, or write operators.yaml.';
  report.addForCallers({ extension: null, severity: 'lost', text, fix });
}

const HEAD = `Imported from operator_numbers. All who are on duty are called together; the first to press 1
gets the call. Who is notified of messages is missing: write \`notice\`.`;
