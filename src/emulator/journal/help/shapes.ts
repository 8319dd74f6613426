import type { z } from 'zod';
import { operations } from '../../../operations/catalogue.js';

/** What an operation is called, where it is, and what it takes. */
export interface Shape {
  readonly operationId: string;
  readonly method: string;
  /** Such as `/v1/clusters/{idOrName}`. */
  readonly path: string;
  readonly isServed: boolean;
  readonly query?: z.ZodType | undefined;
  readonly body?: z.ZodType | undefined;
}

/** All operations that callers can mean: those that are served, and those of the real API that are not. */
export class Shapes {
  private readonly byId = new Map<string, Shape>(
    Object.entries(operations).map(([operationId, { method, path }]) => [operationId, { operationId, method, path, isServed: false }]),
  );

  learn(shape: Omit<Shape, 'isServed'>): void {
    this.byId.set(shape.operationId, { ...shape, isServed: true });
  }

  find(operationId: string): Shape | undefined {
    return this.byId.get(operationId);
  }

  all(): readonly Shape[] {
    return [...this.byId.values()];
  }
}
