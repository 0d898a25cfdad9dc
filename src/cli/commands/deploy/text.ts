/** What a deployment has come to, as people read it. */
import { envFileName } from '../../../config/ownFiles';
import type { Deployed } from './deploy';
import type { Promoted } from '../../../twilio/deploy/promote';
import type { RolledBack } from '../../../twilio/deploy/rollback';
import { NO_DIRECTORY } from '../../../build/deployableProject';
import { PLAIN } from '../../terminal/colours';
import { STAMP_ASSET } from '../../../twilio/deploy/stamp';

export function deployedText(deployed: Deployed, out = PLAIN): string {
  const { environment, domainName, buildSid, stamp, urls, directory, staleVariables, pin } =
    deployed;
  const next =
    directory === 'empty'
      ? `It has ${NO_DIRECTORY}.`
      : `Next: ./dialtone apply --environment ${environment}`;
  return [
    `${out.green(`${environment} serves build ${stamp}`)} (${buildSid}) on ${domainName}.`,
    '',
    `  ${urls.outgoing}   a phone dials`,
    `  ${urls.incoming}   one of our numbers is called`,
    `  ${urls.fallback}   a function does not answer`,
    '',
    ...(staleVariables.length > 0
      ? [
          `Variables that ${envFileName(environment)} no longer has: ${staleVariables.join(', ')} ` +
            `(./dialtone deploy --environment ${environment} --prune removes them).`,
        ]
      : []),
    ...(pin === undefined ? [] : [pin]),
    next,
  ].join('\n');
}

export function promotedText(promoted: Promoted, out = PLAIN): string {
  const { environment, domainName, buildSid, stamp, already, missingVariables } = promoted;
  const serves = `${environment} serves build ${stamp} (${buildSid})`;
  return [
    already ? `${serves} on ${domainName} already.` : `${out.green(serves)} on ${domainName}.`,
    ...(missingVariables.length > 0
      ? [
          `Variables are not copied; ${environment} lacks: ${missingVariables.join(', ')}. ` +
            `Where it needs them, put them into ${envFileName(environment)} and deploy.`,
        ]
      : []),
    `Next: ./dialtone plan --environment ${environment}`,
  ].join('\n');
}

export function rolledBackText(rolledBack: RolledBack, out = PLAIN): string {
  const { environment, domainName, buildSid, deployedAt, former, stamp, formerStamp } = rolledBack;
  const shown = `https://${domainName}/${STAMP_ASSET} shows ${stamp ?? 'no build'}`;
  return [
    `${out.green(`${environment} serves build ${buildSid} again`)} on ${domainName}, deployed here ${deployedAt}.`,
    stamp === formerStamp
      ? `${shown}, as before: both builds are the same, or Twilio's edge needs a minute.`
      : `${shown}.`,
    `To go back to the previous build: ./dialtone rollback ${environment} --to ${former}`,
  ].join('\n');
}
