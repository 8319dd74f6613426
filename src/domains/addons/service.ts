import * as repository from './repository.js';

/** The add-ons of clusters by name; a cluster has none that nobody enabled. */
export const listAddons = repository.findAddons;
