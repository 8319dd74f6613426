/** The parts of add-on answers that tests look at. */
export interface AddonBody {
  readonly name: string;
  readonly version: string;
  readonly healthState: string;
  readonly healthStatus: string;
}

export interface CatalogueAddonBody {
  readonly name: string;
  readonly version: string;
}
