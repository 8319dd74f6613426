import { Command, Option } from 'commander';
import type { ClientName, EnvironmentFormat } from '../../client/environment.js';
import { contextOf } from '../context.js';

const clients: readonly ClientName[] = ['terraform', 'bluemix-go', 'container-services-go-sdk', 'ibm-cloud-sdk-core', 'curl'];
const formats: readonly EnvironmentFormat[] = ['sh', 'dotenv', 'hcl', 'json'];

/** `iks-emulator env` */
export const envCommand = (): Command =>
  new Command('env')
    .description('print the variables that lead IBM\'s clients to the emulator: eval "$(iks-emulator env)"')
    .addOption(new Option('--client <client>', 'for one client; for all when absent').choices(clients))
    .addOption(new Option('--format <format>', 'how to write them').choices(formats).default('sh'))
    .action(async ({ client, format }: { client?: ClientName; format: EnvironmentFormat }, command: Command) => {
      const { emulator, accountName, print } = contextOf(command);
      const query = { ...(client && { client }), ...(accountName !== undefined && { account: accountName }) };
      const { json } = command.optsWithGlobals<{ readonly json?: boolean }>();
      if (json === true) print(JSON.parse(await emulator.envText({ ...query, format: 'json' })), () => []);
      else print(await emulator.envText({ ...query, format }), (text) => [text]);
    });
