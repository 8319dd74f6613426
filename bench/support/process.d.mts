export function residentMegabytes(pid: number): Promise<number>;
