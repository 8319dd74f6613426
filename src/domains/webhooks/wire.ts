import type { z } from 'zod';
import type { Webhook as Row } from '../../generated/prisma/client.js';
import type { AuditWebhook, Webhook } from './schemas.js';
import type { AuditWebhookView } from './service.js';

export const toWebhook = ({ level, type, url }: Row): z.input<typeof Webhook> => ({ level, type, url });

export const toAuditWebhook = ({ config, inEffect }: AuditWebhookView): z.input<typeof AuditWebhook> => ({
  auditServer: config?.auditServer ?? '',
  caCertificate: config?.caCertificate ?? '',
  clientCertificate: config?.clientCertificate ?? '',
  clientKey: '',
  inEffect,
});
