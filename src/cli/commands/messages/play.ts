/** `dialtone messages play`. */
import { ownFolder } from '../../../build/deployableProject';
import { findLogin } from '../../../twilio/client/login';
import { fetchRecording, writeRecording } from '../../../twilio/messages/recording';
import { defineCommand, type EnvironmentOptions } from '../../command';
import { recordingSid, withMailbox } from './mailbox';

export const command = defineCommand({
  configure: (command) =>
    withMailbox(command)
      .argument('<sid>', 'as list prints it', recordingSid)
      .option('-o, --out <file>', 'file to write (default: the SID, with .mp3)'),
  examples: [`messages play RE${'0'.repeat(30)}17 -e prod --out message.mp3`],
  jsonHelp: '{recording, file}',
  async run(
    { env },
    { environment, directory, out }: EnvironmentOptions & { out?: string },
    recording,
  ) {
    const file = out ?? `${recording}.mp3`;
    writeRecording(
      file,
      await fetchRecording(recording, findLogin(environment, ownFolder(directory, env), env)),
    );
    return { recording, file };
  },
  print: ({ recording, file }, { terminal }) =>
    terminal.print(
      `${file} contains the message. When you have dealt with it: messages done ${recording}`,
    ),
});
