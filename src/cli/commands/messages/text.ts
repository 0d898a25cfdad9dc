/** Messages for the operator, as they are printed. */
import { printable } from '../../../diagnostics/printable';
import type { Message } from '../../../twilio/messages/mailbox';

/** One a line: SID, when, how long, language, and from where. */
export function messagesText(messages: readonly Message[], timeZone: string): string {
  return messages.map((message) => messageText(message, timeZone)).join('\n');
}

function messageText(message: Message, timeZone: string): string {
  const { recording, at, seconds, language, phone, done, noted } = message;
  const when = at.toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const length = `${seconds} s`.padStart(6);
  const marks = [done ? 'done' : '', noted ? '' : 'nobody was notified'].filter(Boolean);
  const mark = marks.length > 0 ? `  (${marks.join(', ')})` : '';
  return `${recording}  ${when}  ${length}  ${printable(language ?? '  ')}  ${printable(phone ?? 'from outside')}${mark}`;
}
