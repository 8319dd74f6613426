import { z } from 'zod';

const example = { level: 'Warning', type: 'slack', url: 'https://hooks.example.com/services/T00/B00/x' } as const;
const url = z.url({ protocol: /^https?$/, error: 'must be a URL that begins with http:// or https://' });

/** R292. */
export const AddWebhook = z
  .object({
    level: z.enum(['Normal', 'Warning']).default('Warning').meta({ description: 'Normal announces warnings too.' }),
    type: z.literal('slack'),
    url,
  })
  .meta({ id: 'AddClusterWebhooksRequest', examples: [example] });

export const Webhook = z
  .object({ level: z.string(), type: z.string(), url: z.string() })
  .meta({ id: 'ClusterWebhook', examples: [example] });

const LONGEST_PEM = 20_000;
const pem = z.string().max(LONGEST_PEM).optional();
const auditExample = { auditServer: 'https://audit.example.com/events', caCertificate: '', clientCertificate: '', clientKey: '', inEffect: true };

/** R293. */
export const UpdateAuditWebhook = z
  .object({
    auditServer: url,
    caCertificate: pem,
    clientCertificate: pem,
    clientKey: pem.meta({ description: 'Used nowhere in this emulator, and so not kept.' }),
  })
  .meta({ id: 'UpdateAuditWebhookRequest', examples: [{ auditServer: auditExample.auditServer }] });

export type UpdateAuditWebhookRequest = z.output<typeof UpdateAuditWebhook>;

export const AuditWebhook = z
  .object({
    auditServer: z.string().meta({ description: 'Empty where none is set.' }),
    caCertificate: z.string(),
    clientCertificate: z.string(),
    clientKey: z.literal('').meta({ description: 'Never shown.' }),
    inEffect: z.boolean().meta({ description: 'This emulator alone: whether the API server runs with what is shown here. If not, refresh the master.' }),
  })
  .meta({ id: 'AuditWebhookConfig', examples: [auditExample] });
