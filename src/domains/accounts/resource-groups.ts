import { IksError } from '../../errors/iks-error.js';
import type { ResourceGroup } from '../../generated/prisma/client.js';
import * as repository from './repository.js';
import type { AccountScope } from './scope.js';

/**
 * The resource group that a header names by id or name, the default one where there is no header.
 * @throws IksError invalidRequest
 */
export async function requireResourceGroup({ account, database }: AccountScope, idOrName: string | undefined): Promise<ResourceGroup> {
  const group = await repository.findResourceGroup(database, account.id, idOrName);
  if (group !== null) return group;
  throw IksError.of('invalidRequest', `the header X-Auth-Resource-Group names '${idOrName ?? ''}', which is no resource group of this account`);
}
