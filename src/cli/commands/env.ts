import { Command, Option } from 'commander';
import type { ClientName, EnvironmentFormat } from '../../client/environment.js';
import { contextOf } from '../context.js';

/** All that the control API takes: one that is missing here does not compile. */
const clients: Readonly<Record<ClientName, true>> = { terraform: true, 'bluemix-go': true, 'container-services-go-sdk': true, 'ibm-cloud-sdk-core': true, curl: true };
const formats: Readonly<Record<EnvironmentFormat, true>> = { sh: true, dotenv: true, hcl: true, json: true };

/** `iks-emulator env` */
export const envCommand = (): Command =>
  new Command('env')
    .description('print the variables that lead IBM\'s clients to the emulator: eval "$(iks-emulator env)"')
    .addOption(new Option('--client <client>', 'for one client; for all when absent').choices(Object.keys(clients)))
    .addOption(new Option('--format <format>', 'how to write them').choices(Object.keys(formats)).default('sh'))
    .action(async ({ client, format }: { client?: ClientName; format: EnvironmentFormat }, command: Command) => {
      const { emulator, accountName, print } = contextOf(command);
      const query = { ...(client && { client }), ...(accountName !== undefined && { account: accountName }) };
      const { json } = command.optsWithGlobals<{ readonly json?: boolean }>();
      if (json === true) print(JSON.parse(await emulator.envText({ ...query, format: 'json' })), () => []);
      else print(await emulator.envText({ ...query, format }), (text) => [text]);
    });
