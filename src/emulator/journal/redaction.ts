const REDACTED = '[redacted]';

/** Nested deeper than this nothing is kept: no operation takes or answers it, and Postgres could not store it. */
const DEEPEST = 50;

/** Secrets shorter than this are taken out where their name tells of them, not wherever the same letters stand. */
const SHORTEST_SWEPT = 6;

/** The ends of names, in lower case without separators, of what is secret: `access_token`, `client-key-data`. */
const SECRET_NAME =
  /(?:authorization|apikey|tokens?|passwords?|passwd|passcode|secrets?|cookie|assertion|credentials?|privatekey|secretkey|clientkey|clientkeydata|clientcertificate|clientcertificatedata|cacert|cacertificate|certificateauthoritydata)$/;

/** What was found of names, which are the same few in all exchanges; callers could invent more without end. */
const knownNames = new Map<string, boolean>();
const MOST_KNOWN_NAMES = 2_000;
const LONGEST_KNOWN_NAME = 64;

function isSecretName(name: string): boolean {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const isSecret = SECRET_NAME.test(name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  if (knownNames.size < MOST_KNOWN_NAMES && name.length <= LONGEST_KNOWN_NAME) knownNames.set(name, isSecret);
  return isSecret;
}

// The patterns begin where a word does, so that none is tried from each letter of a long one.

/** What is secret whatever its name: JSON Web Tokens, PEM, and PEM in base64. */
const SECRET_VALUES = /(?<![\w-])eyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?|-----BEGIN [A-Z0-9 ]+-----[\s\S]*?(?:-----END [A-Z0-9 ]+-----|$)|LS0tLS1CRUdJTi[\w+/=]*/g;

/** A name and its value in a text that is no JSON, or not whole: `"apikey": "x`, `client-key-data: x`, `apikey=x`. */
const NAMED_VALUES =
  /(?<![\w-])(?<name>[\w-]+)(?<between>["']?\s*[:=]\s*)(?<value>"(?:[^"\\]|\\.)*"?|'[^']*'?|(?:bearer|basic)\s+[^\s,;&{}[\]]+|[^\s,;&{}[\]]+)/gi;

/** What a parser says of a text that is no JSON: it quotes some letters of it, of which some may be a secret's. */
const QUOTED_BY_PARSER = /, (?:\.\.\.)?"[^]{0,100}"(?:\.\.\.)?(?= is not valid JSON)/g;

/** Quick to say that a text has nothing of these, as nearly all have not. */
const MAY_HOLD_SECRETS = /eyJ|-----BEGIN |LS0tLS1CRUdJTi|is not valid JSON/;

/** What Postgres cannot store in JSON: the character NUL, and half of a pair that stands for one character. */
const UNSTORABLE = /\0|\p{Surrogate}/gu;

/** Finds also the pairs that are whole, and is quick to say that a text has neither. */
const MAY_BE_UNSTORABLE = /[\0\ud800-\udfff]/;

/**
 * Takes the secrets out of one exchange. It remembers those that it meets, so that an answer which repeats what
 * the request said in secret is freed of it too.
 */
export class Redactor {
  /** Each as it is, and as it stands in a text of JSON. */
  private readonly secrets = new Map<string, string>();

  /** How many different ones it has met. */
  get secretsMet(): number {
    return this.secrets.size;
  }

  /** A copy of a value of JSON, with `[redacted]` in place of each secret. Booleans and null are never secret. */
  value(value: unknown, isSecret = false, depth = 0): unknown {
    if (typeof value === 'string') return isSecret ? this.hide(value) : this.valuesIn(value);
    if (typeof value === 'number') return isSecret ? this.hide(String(value)) : value;
    if (typeof value !== 'object' || value === null) return value;
    if (depth === DEEPEST) return '[nested too deeply]';
    if (Array.isArray(value)) return value.map((item) => this.value(item, isSecret, depth + 1));
    // Without a prototype even __proto__ is a field like any other.
    const copy = Object.create(null) as Record<string, unknown>;
    for (const [name, field] of Object.entries(value)) {
      copy[storable(name)] = this.value(field, isSecret || isSecretName(name), depth + 1);
    }
    return copy;
  }

  /** A text of any form without its secrets: those that a name before them tells of, and those that show by themselves. */
  text(text: string): string {
    const named = text.replaceAll(NAMED_VALUES, (whole: string, name: string, between: string, value: string) => {
      if (!isSecretName(name)) return whole;
      const quote = /^["']/.exec(value)?.[0] ?? '';
      this.hide(quote === '' ? value : value.slice(1).replace(new RegExp(`${quote}$`), ''));
      return `${name}${between}${quote}${REDACTED}${quote}`;
    });
    return this.valuesIn(named);
  }

  /** Whether a text of JSON has one of the secrets that were met so far. Hardly any has. */
  isMetIn(json: string): boolean {
    for (const written of this.secrets.values()) if (json.includes(written)) return true;
    return false;
  }

  /** A copy of a value of JSON without the secrets that were met so far, wherever they stand in it. */
  sweep(value: unknown): unknown {
    if (typeof value === 'string') return this.sweepText(value);
    if (typeof value === 'number') return this.secrets.has(String(value)) ? REDACTED : value;
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map((item) => this.sweep(item));
    const copy = Object.create(null) as Record<string, unknown>;
    for (const [name, field] of Object.entries(value)) copy[this.sweepText(name)] = this.sweep(field);
    return copy;
  }

  private sweepText(text: string): string {
    let swept = text;
    for (const secret of this.secrets.keys()) swept = swept.replaceAll(secret, REDACTED);
    return swept;
  }

  private valuesIn(text: string): string {
    const kept = storable(text);
    if (!MAY_HOLD_SECRETS.test(kept)) return kept;
    return kept
      .replaceAll(SECRET_VALUES, (secret) => this.hide(secret))
      .replaceAll(QUOTED_BY_PARSER, '');
  }

  private hide(secret: string): string {
    if (secret === '' || secret === REDACTED) return secret;
    // Of a header such as `Bearer x` the second word is the secret.
    const bare = secret.replace(/^(?:bearer|basic)\s+/i, '').trim();
    if (bare.length >= SHORTEST_SWEPT) this.secrets.set(bare, JSON.stringify(bare).slice(1, -1));
    return REDACTED;
  }
}

const storable = (text: string): string => (MAY_BE_UNSTORABLE.test(text) ? text.replaceAll(UNSTORABLE, '\uFFFD') : text);
