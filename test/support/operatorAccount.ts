/** An operator's project whose commands reach an account: the stand-in, over TLS. */
import { TwilioStandIn } from '../../tools/twilio-stand-in/standIn';
import { listen } from '../../tools/twilio-stand-in/wire';
import { OperatorProject } from '../../tools/rehearse/operatorProject';

export type OperatorAccount = Awaited<ReturnType<typeof openAccount>>;

export async function openAccount() {
  const standIn = new TwilioStandIn();
  const wire = await listen(standIn);
  const project = new OperatorProject({
    ...wire.env('hook'),
    TWILIO_ACCOUNT_SID: standIn.accountSid,
    TWILIO_AUTH_TOKEN: standIn.authToken,
    DIALTONE_USER: 'example operator',
  });
  const close = async () => {
    await wire.close();
    project.remove();
  };
  return { standIn, wire, project, close };
}
