/** Answers of the services beside the container API, as far as tests read them. */

export interface Refusal {
  readonly trace: string;
  readonly errors: readonly { readonly code: string; readonly message: string; readonly more_info: string }[];
  readonly status_code: number;
}

export interface Created {
  readonly id: string;
  readonly crn: string;
}

export interface Group extends Created {
  readonly name: string;
  readonly default: boolean;
  readonly state: string;
  readonly created_at: string;
  readonly updated_at: string;
}

export interface GroupList {
  readonly resources: readonly Group[];
}

/** A resource as a search answers it: whatever it asked for, and always these. */
export interface FoundItem extends Readonly<Record<string, unknown>> {
  readonly crn: string;
  readonly name?: string;
  readonly tags: readonly string[];
  readonly access_tags: readonly string[];
  readonly service_tags: readonly string[];
}

export interface Found {
  readonly items: readonly FoundItem[];
  readonly limit: number;
  readonly search_cursor?: string;
}

export interface TaggingResult {
  readonly resource_id: string;
  readonly is_error: boolean;
  readonly code?: string;
  readonly httpCode?: number;
}

export interface TaggingResults {
  readonly results: readonly TaggingResult[];
}

export interface Tags {
  readonly total_count: number;
  readonly offset: number;
  readonly limit: number;
  readonly items: readonly { readonly name: string }[];
}
