import { findAddons } from './repository.js';

/** The add-ons of clusters by name; a cluster has none that nobody enabled. */
export const listAddons = findAddons;
