/** When something is offered: in 2018 only, then and now, or now only. Nothing of 2018 alone can be ordered. */
export type Era = '2018' | 'both' | 'now';
