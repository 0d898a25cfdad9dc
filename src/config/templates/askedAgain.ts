/**
 * Verbs after which Twilio requests the same document again: without an end of their own the caller records,
 * or is sent on, for as long as the call lasts.
 */
import { SaxesParser } from 'saxes';
import { type Diagnostic, errorAt } from '../../diagnostics/diagnostic';
import { documentsOf } from './tags';

/** What Twilio sends after a recording: within sections of these the document is another one. */
const RECORDED = ['RecordingUrl', 'RecordingSid', 'RecordingDuration'];

const LAST = new Set(['Hangup', 'Reject', 'Redirect']);

export function checkAskedAgain(file: string, text: string): Diagnostic[] {
  const diagnostics = new Map<string, Diagnostic>();
  for (const document of documentsOf(file, text, undefined, RECORDED).documents) {
    const trimmed = document.trimStart();
    const before = document.slice(0, document.length - trimmed.length).split('\n').length - 1;
    const parser = new SaxesParser({ position: true });
    let url: string | undefined;
    let depth = 0;
    let ended = false;
    const addError = (message: string, fix: string) => {
      const line = parser.line + before;
      diagnostics.set(`${line} ${message}`, errorAt({ file, line, path: '' }, message, fix));
    };
    parser.on('error', () => undefined);
    parser.on('opentag', ({ name, attributes }) => {
      depth += 1;
      if (ended) return;
      if (name === 'Redirect') url = '';
      if (name === 'Record' && attributes.action === undefined) {
        addError(
          '<Record> without `action` requests this document again, which records again, without end',
          'Add `action` with a URL; or write it between `{{^RecordingUrl}}` and `{{/RecordingUrl}}`, and what follows in `{{#RecordingUrl}}`.',
        );
      }
    });
    parser.on('text', (part) => (url = url === undefined ? undefined : url + part));
    parser.on('closetag', ({ name }) => {
      depth -= 1;
      if (ended) return;
      // What follows is never reached.
      ended = depth === 1 && LAST.has(name);
      if (name === 'Redirect' && url?.trim() === '') {
        addError(
          '<Redirect> without a URL requests this document again, without end',
          'Write the URL.',
        );
      }
      url = undefined;
    });
    parser.write(trimmed).close();
  }
  return [...diagnostics.values()];
}
