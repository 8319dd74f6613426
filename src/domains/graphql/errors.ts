import { errorCatalogue } from '../../errors/catalogue.js';
import type { IksError } from '../../errors/iks-error.js';

/** The codes of documents that are not carried out, in the words that GraphQL servers share (assumed for this one). */
export const PARSE_FAILED = 'GRAPHQL_PARSE_FAILED';
export const VALIDATION_FAILED = 'GRAPHQL_VALIDATION_FAILED';

/** Where the rest of the API has a code for each kind of thing that can be missing, GraphQL has one for all. */
const NOT_FOUND = 'E0404';

/** The code of a refusal in `extensions`. */
export const codeOf = ({ key, statusCode }: IksError): string => (statusCode === 404 ? NOT_FOUND : errorCatalogue[key].code);
