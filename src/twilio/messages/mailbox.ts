/** Messages left for the operator: those that `message-ready` noted, and those it missed. */
import { type Rest, statusOf } from '../client/rest';
import type { Directory, EnvironmentName } from '../../runtime/model/directory';
import {
  type MessageRecord,
  messageRecordName,
  readMessageRecord,
} from '../../runtime/stores/messageRecord';
import { SyncStore } from '../../runtime/stores/syncStore';
import { UserError } from '../../diagnostics/errors';
import { environmentOfCall } from './environmentOfCall';

export interface Message {
  /** SID of the recording. */
  readonly recording: string;
  /** SID of the call. */
  readonly call: string;
  readonly at: Date;
  readonly seconds: number;
  /** What the directory calls the phone; undefined for a caller from outside. */
  readonly phone?: string | undefined;
  /** undefined where it was not noted. */
  readonly language?: string | undefined;
  readonly done: boolean;
  /** Whether somebody was notified: Twilio's request reached `message-ready`. */
  readonly noted: boolean;
}

export interface Mailbox {
  readonly rest: Rest;
  readonly environment: EnvironmentName;
  readonly directory: Directory;
  /** SID of the Sync service, or `default`. */
  readonly service: string;
}

/** What TwiML's Record makes: Twilio has other kinds. */
const SOURCE = 'RecordVerb';
const RECORDINGS_PAGE = 1_000;
const DOCUMENTS_PAGE = 100;
const YEAR_SECONDS = 31_536_000;
const NOT_FOUND = 404;
const TRIES = 5;

/** All of this environment's, done or not; the oldest first. */
export async function listMessages(box: Mailbox): Promise<Message[]> {
  const { rest, environment } = box;
  const [records, recordings] = await Promise.all([
    readRecords(box),
    rest.repeat(() => rest.client.api.v2010.account.recordings.list({ pageSize: RECORDINGS_PAGE })),
  ]);
  const messages: Message[] = [];
  for (const { sid, callSid, source, duration, dateCreated } of recordings) {
    if (source !== SOURCE) continue;
    const record = records.get(messageRecordName(environment, sid));
    const known = record ?? (await unnoted(callSid, box));
    if (!known) continue;
    const { phone, language, done } = known;
    const seconds = Number(duration);
    const common = { recording: sid, call: callSid, at: dateCreated, seconds, phone };
    messages.push({ ...common, language, done, noted: record !== undefined });
  }
  return messages.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** Marks it as dealt with, also one that has no record yet. */
export async function markDone(recording: string, box: Mailbox): Promise<void> {
  const message = await findMessage(recording, box);
  const { rest, environment, service } = box;
  const store = new SyncStore(rest.client, service);
  const name = messageRecordName(environment, recording);
  for (let tries = 0; tries < TRIES; tries++) {
    const found = await rest.repeat(() => store.read(name));
    const record = found
      ? { ...(found.data as object), done: true }
      : { ...message, at: message.at.toISOString(), done: true };
    const written = await rest.repeat<unknown>(() =>
      found
        ? store.update(name, record, found.revision, YEAR_SECONDS)
        : store.create(name, record, YEAR_SECONDS),
    );
    if (written) return;
  }
  throw new UserError(`The record of ${recording} keeps changing`, 'Run it again.');
}

/** Deletes the recording, then its record; either may be gone already. */
export async function deleteMessage({ recording }: Message, box: Mailbox): Promise<void> {
  const { rest, environment, service } = box;
  const { account } = rest.client.api.v2010;
  await rest.ifThere(() => rest.repeat(() => account.recordings(recording).remove()));
  const { documents } = rest.client.sync.v1.services(service);
  const name = messageRecordName(environment, recording);
  await rest.ifThere(() => rest.repeat(() => documents(name).remove()));
}

/** @throws UserError where this environment has no such message. */
export async function findMessage(recording: string, box: Mailbox): Promise<Message> {
  const found = (await listMessages(box)).find((message) => message.recording === recording);
  if (found) return found;
  throw new UserError(
    `${box.environment} has no message ${recording}`,
    `To list them: ./dialtone messages list --all --environment ${box.environment}`,
  );
}

async function readRecords({
  rest,
  environment,
  service,
}: Mailbox): Promise<Map<string, MessageRecord>> {
  const { documents } = rest.client.sync.v1.services(service);
  const found = await rest.repeat(() => documents.list({ pageSize: DOCUMENTS_PAGE }));
  const prefix = messageRecordName(environment, '');
  return new Map(
    found.flatMap(({ uniqueName, data }) => {
      const record = uniqueName?.startsWith(prefix) ? readMessageRecord(data) : undefined;
      return record ? [[uniqueName, record] as const] : [];
    }),
  );
}

/** Whose it is, by its call; undefined where it is not this environment's, or its call is gone. */
async function unnoted(
  callSid: string,
  { rest, environment, directory }: Mailbox,
): Promise<Pick<Message, 'phone' | 'language' | 'done'> | undefined> {
  try {
    const { account } = rest.client.api.v2010;
    const { from, to } = await rest.repeat(() => account.calls(callSid).fetch());
    const call = environmentOfCall({ from, to }, directory);
    return call?.environment === environment ? { phone: call.phone, done: false } : undefined;
  } catch (error) {
    if (statusOf(error) === NOT_FOUND) return undefined;
    throw error;
  }
}
