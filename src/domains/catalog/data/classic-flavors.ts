import { disk, type FlavorRow, zoneSets } from './flavor-row.js';

const virtual = {
  provider: 'classic',
  serverType: 'virtual',
  networkSpeedMbps: 1000,
  primaryDisk: disk(25, 'SSD'),
  secondaryDisk: disk(100, 'SSD'),
  operatingSystems: ['UBUNTU_20_64', 'UBUNTU_24_64'],
  isolation: ['public', 'private'],
  era: 'now',
  zones: zoneSets.everyClassic,
} as const satisfies Partial<FlavorRow>;

const bareMetal = {
  provider: 'classic',
  serverType: 'physical',
  networkSpeedMbps: 10_000,
  primaryDisk: disk(2000, 'HDD'),
  operatingSystems: ['UBUNTU_20_64', 'UBUNTU_24_64'],
  isolation: ['private'],
  era: 'now',
  zones: zoneSets.everyClassic,
} as const satisfies Partial<FlavorRow>;

/** The machine of a free cluster (R101): its zone is not the caller's choice. */
const free: FlavorRow = {
  ...virtual,
  name: 'free',
  cores: 2,
  memoryGB: 4,
  operatingSystems: [],
  isolation: ['public'],
  era: 'both',
  zones: zoneSets.chosenByProvider,
};

export const classicFlavors: readonly FlavorRow[] = [
  free,
  { ...virtual, name: 'u3c.2x4', cores: 2, memoryGB: 4 },
  { ...virtual, name: 'b3c.4x16', cores: 4, memoryGB: 16 },
  { ...virtual, name: 'b3c.8x32', cores: 8, memoryGB: 32 },
  { ...virtual, name: 'b3c.16x64', cores: 16, memoryGB: 64 },
  { ...virtual, name: 'b3c.32x128', cores: 32, memoryGB: 128 },
  { ...virtual, name: 'b3c.56x242', cores: 56, memoryGB: 242 },
  { ...virtual, name: 'c3c.16x16', cores: 16, memoryGB: 16 },
  { ...virtual, name: 'c3c.16x32', cores: 16, memoryGB: 32 },
  { ...virtual, name: 'c3c.32x32', cores: 32, memoryGB: 32 },
  { ...virtual, name: 'c3c.32x64', cores: 32, memoryGB: 64 },
  { ...virtual, name: 'm3c.4x32', cores: 4, memoryGB: 32 },
  { ...virtual, name: 'm3c.8x64', cores: 8, memoryGB: 64 },
  { ...virtual, name: 'm3c.16x128', cores: 16, memoryGB: 128 },
  { ...virtual, name: 'm3c.30x240', cores: 30, memoryGB: 240 },
  { ...virtual, name: 'b3c.16x64.300gb', cores: 16, memoryGB: 64, secondaryDisk: disk(300, 'SSD') },
  { ...virtual, name: 'm3c.48x384', cores: 48, memoryGB: 384, zones: zoneSets.dallas },
  { ...virtual, name: 'm3c.56x448', cores: 56, memoryGB: 448, zones: zoneSets.dallas },
  { ...virtual, name: 'm3c.64x512', cores: 64, memoryGB: 512, zones: zoneSets.dallas },
  { ...bareMetal, name: 'mb4c.4x32', cores: 4, memoryGB: 32, secondaryDisk: disk(2000, 'HDD') },
  { ...bareMetal, name: 'mb4c.4x32.1.9tb.ssd', cores: 4, memoryGB: 32, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mb4c.20x64', cores: 20, memoryGB: 64, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mb4c.20x64.2x1.9tb.ssd', cores: 20, memoryGB: 64, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mb4c.20x192', cores: 20, memoryGB: 192, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mb4c.20x384', cores: 20, memoryGB: 384, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mb4c.32x384.3.8tb.ssd', cores: 32, memoryGB: 384, secondaryDisk: disk(1920, 'SSD') },
  { ...bareMetal, name: 'mb4c.32x384.6x3.8tb.ssd', cores: 32, memoryGB: 384, secondaryDisk: disk(1920, 'SSD') },
  { ...bareMetal, name: 'mb4c.32x768.3.8tb.ssd', cores: 32, memoryGB: 768, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mb4c.48x1536', cores: 48, memoryGB: 1536, secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'me4c.4x32', cores: 4, memoryGB: 32, secondaryDisk: disk(2000, 'HDD'), operatingSystems: ['UBUNTU_20_64'] },
  { ...bareMetal, name: 'me4c.4x32.1.9tb.ssd', cores: 4, memoryGB: 32, secondaryDisk: disk(960, 'SSD'), operatingSystems: ['UBUNTU_20_64'] },
  { ...bareMetal, name: 'mg4c.32x384.2xp100', cores: 32, memoryGB: 384, secondaryDisk: disk(960, 'SSD'), gpu: { count: 2, model: 'P100' } },
  { ...bareMetal, name: 'mg4c.48x384.2xv100', cores: 48, memoryGB: 384, secondaryDisk: disk(960, 'SSD'), gpu: { count: 2, model: 'V100' } },
];
