/** The provisioning server in a process of its own, to be fuzzed: opens what it is told to. */
import { startSite } from '../../test/phones/provision/site';

async function main(): Promise<void> {
  const server = await startSite();
  process.on('message', (extension: string | null | { readonly count: true }) => {
    if (typeof extension === 'object' && extension !== null) {
      const left: Record<string, number> = {};
      for (const { outcome, device } of server.events) {
        if (outcome !== 'handed-over' || device === undefined) continue;
        left[device] = (left[device] ?? 0) + 1;
      }
      process.send?.({ left });
      return;
    }
    if (extension === null) {
      void server.stop().then(() => process.exit(0));
      return;
    }
    server.provisioner.open(extension, 15);
    process.send?.({ opened: extension });
  });
  process.send?.({ port: server.port });
}

void main();
