import { installedBinaries } from './postgres-binaries.js';

// For an image whose user cannot write where the bundled Postgres lies.
await installedBinaries();
