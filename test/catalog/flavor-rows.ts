/** The parts of a flavor that tests look up. */
export interface Row {
  readonly name: string;
}

export const find = (rows: readonly Row[], name: string): Row | undefined => rows.find((row) => row.name === name);

/** The fields of the flavor b3c.4x16 that every list of flavors has. */
export const texts = {
  memory: '16GB',
  networkSpeed: '1000Mbps',
  cores: '4',
  storage: '25GB',
  secondaryStorage: '100GB',
  secondaryStorageEncrypted: true,
  os: 'UBUNTU_24_64',
  serverType: 'virtual',
  isTrusted: false,
  deprecated: false,
  provider: 'classic',
};

