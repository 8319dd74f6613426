import { z } from 'zod';
import type { Routes } from '../../operations/router.js';
import { BluemixConfig, Message, ProductConfig } from './schemas.js';
import { listDeprecations } from './service.js';
import { productConfig, toBluemixConfig, toMessage } from './wire.js';

const description = "One for each deprecated version that the account's clusters run; none otherwise.";

export const serviceInfoRoutes: Routes = ({ lookUp, read }) => {
  read('getMessages', { summary: 'List messages of the service', description, answer: z.array(Message) }, async (scope) =>
    (await listDeprecations(scope)).map(toMessage),
  );

  read('v2GetMessages', { summary: 'List messages of the service (v2)', description, answer: z.array(Message) }, async (scope) =>
    (await listDeprecations(scope)).map(toMessage),
  );

  read('getBluemixConfig', { summary: 'Read where to log in', answer: BluemixConfig }, (_, { origin }) => toBluemixConfig(origin));

  lookUp('getProductConfig', { summary: "Read the product's names", answer: ProductConfig }, () => productConfig);
};
