/** `dialtone serve`: the functions on this machine. */
import { InvalidArgumentError } from 'commander';
import { directoryFolder } from '../../../config/project';
import {
  type CommonOptions,
  defineCommand,
  directoryOption,
  UsageError,
  whole,
} from '../../command';
import { serve } from './serve';

interface ServeFlags extends CommonOptions {
  readonly port?: number;
  readonly watch?: boolean;
}

const port = whole(1, 65_535, 'a number from 1 to 65535');

export const command = defineCommand({
  configure: (command) =>
    command
      .addOption(directoryOption())
      .option('-p, --port <port>', 'port on loopback (default: PORT, else 3000)', port)
      .option('-w, --watch', 'rebuild and restart after every change'),
  examples: ['serve', 'serve --watch --port 3100'],
  json: false,
  run: (context, { directory, watch = false, ...options }: ServeFlags) =>
    serve(
      {
        folder: directoryFolder(directory, context.env),
        port: options.port ?? portOf(context.env.PORT),
        watch,
      },
      context,
    ),
  exitCode: (code) => code,
});

function portOf(variable: string | undefined): number {
  try {
    return variable ? port(variable) : 3_000;
  } catch (error) {
    if (!(error instanceof InvalidArgumentError)) throw error;
    throw new UsageError(`PORT is \`${variable}\`. ${error.message}`);
  }
}
