import { z } from 'zod';
import { type FormatName, formats } from './formats.js';
import { clients } from './variables.js';

export const EnvironmentQuery = z.object({
  format: z
    .enum(Object.keys(formats) as [FormatName, ...FormatName[]])
    .default('sh')
    .meta({ description: '`sh` to be evaluated, `dotenv` for a file .env, `hcl` for attributes as Terragrunt takes them, or `json`.' }),
  client: z.enum(clients).optional().meta({ description: 'For one client; for all when absent.' }),
  account: z.string().optional().meta({ description: 'Id or name of an account, or `default`, which gets a new API key each time. Without it the key is any text.' }),
});

const example = { IBMCLOUD_IAM_API_ENDPOINT: 'http://127.0.0.1:4570' };

export const environmentAnswers = {
  'text/plain': z.string().meta({ examples: ["export IBMCLOUD_IAM_API_ENDPOINT='http://127.0.0.1:4570'\n"] }),
  'application/json': z.record(z.string(), z.string()).meta({ id: 'Environment', examples: [example] }),
};
