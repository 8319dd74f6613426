import { disk, type FlavorRow, zoneSets } from './flavor-row.js';

const virtual = {
  provider: 'classic',
  serverType: 'virtual',
  networkSpeedMbps: 1000,
  primaryDisk: disk(25, 'SSD'),
  secondaryDisk: disk(100, 'SSD'),
  operatingSystems: ['UBUNTU_16_64'],
  isolation: ['public', 'private'],
  era: '2018',
  zones: zoneSets.classicOf2018,
} as const satisfies Partial<FlavorRow>;

// That every machine but those with GPUs can be trusted is assumed: only the GPU ones are known not to be.
const bareMetal = {
  provider: 'classic',
  serverType: 'physical',
  networkSpeedMbps: 10_000,
  operatingSystems: ['UBUNTU_16_64'],
  isolation: ['private'],
  trustable: true,
  era: '2018',
  zones: zoneSets.classicOf2018,
} as const satisfies Partial<FlavorRow>;

export const classicFlavorsOf2018: readonly FlavorRow[] = [
  { ...virtual, name: 'u2c.2x4', cores: 2, memoryGB: 4, replacedBy: 'u3c.2x4' },
  { ...virtual, name: 'b2c.4x16', cores: 4, memoryGB: 16, replacedBy: 'b3c.4x16' },
  { ...virtual, name: 'b2c.16x64', cores: 16, memoryGB: 64, replacedBy: 'b3c.16x64' },
  { ...virtual, name: 'b2c.32x128', cores: 32, memoryGB: 128, replacedBy: 'b3c.32x128' },
  { ...virtual, name: 'b2c.56x242', cores: 56, memoryGB: 242, replacedBy: 'b3c.56x242' },
  { ...virtual, name: 'c2c.16x16', cores: 16, memoryGB: 16, replacedBy: 'c3c.16x16' },
  { ...virtual, name: 'c2c.16x32', cores: 16, memoryGB: 32, replacedBy: 'c3c.16x32' },
  { ...virtual, name: 'c2c.32x32', cores: 32, memoryGB: 32, replacedBy: 'c3c.32x32' },
  { ...virtual, name: 'c2c.32x64', cores: 32, memoryGB: 64, replacedBy: 'c3c.32x64' },
  { ...bareMetal, name: 'mb1c.4x32', cores: 4, memoryGB: 32, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(2000, 'SATA') },
  { ...bareMetal, name: 'mb1c.16x64', cores: 16, memoryGB: 64, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mr1c.28x512', cores: 28, memoryGB: 512, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'mg1c.16x128', cores: 16, memoryGB: 128, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(960, 'SSD'), gpu: { count: 2, model: 'K80' }, trustable: false },
  { ...bareMetal, name: 'mg1c.28x256', cores: 28, memoryGB: 256, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(960, 'SSD'), gpu: { count: 4, model: 'K80' }, trustable: false },
  { ...bareMetal, name: 'md1c.16x64.4x4tb', cores: 16, memoryGB: 64, primaryDisk: disk(2000, 'RAID1'), secondaryDisk: disk(8000, 'RAID10 SATA') },
  { ...bareMetal, name: 'md1c.28x512.4x4tb', cores: 28, memoryGB: 512, primaryDisk: disk(2000, 'RAID1'), secondaryDisk: disk(8000, 'RAID10 SATA') },
  { ...bareMetal, name: 'ms2c.4x32.1.9tb.ssd', cores: 4, memoryGB: 32, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'ms2c.16x64.1.9tb.ssd', cores: 16, memoryGB: 64, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(960, 'SSD') },
  { ...bareMetal, name: 'ms2c.28x256.3.8tb.ssd', cores: 28, memoryGB: 256, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(1900, 'SSD') },
  { ...bareMetal, name: 'ms2c.28x512.4x3.8tb.ssd', cores: 28, memoryGB: 512, primaryDisk: disk(2000, 'SATA'), secondaryDisk: disk(1900, 'SSD') },
];
