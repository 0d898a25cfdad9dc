/** Permissions of several countries at once. */
import { type ApiReply, badRequest, type Call } from '../contract';

const FLAGS = [
  ['low_risk_numbers_enabled', 'lowRiskNumbersEnabled'],
  ['high_risk_special_numbers_enabled', 'highRiskSpecialNumbersEnabled'],
  ['high_risk_tollfraud_numbers_enabled', 'highRiskTollfraudNumbersEnabled'],
] as const;

/** Values other than the texts `true` and `false` are taken, and do nothing. */
export function bulkUpdate({ values, state }: Call): ApiReply {
  const updates = parsed(values['UpdateRequest']);
  for (const update of updates) {
    const country = state.voice.countries.find(({ isoCode }) => isoCode === update['iso_code']);
    if (!country) throw badRequest(20001, `No such country: ${String(update['iso_code'])}`);
    for (const [name, property] of FLAGS) {
      if (update[name] === 'true') country[property] = true;
      if (update[name] === 'false') country[property] = false;
    }
  }
  const update_request = String(values['UpdateRequest']);
  return { status: 201, body: { update_count: updates.length, update_request } };
}

function parsed(text: unknown): readonly Readonly<Record<string, unknown>>[] {
  try {
    const updates: unknown = JSON.parse(String(text));
    if (Array.isArray(updates)) return updates as Record<string, unknown>[];
  } catch {
    // Said below.
  }
  throw badRequest(20001, 'UpdateRequest must be a JSON array');
}
