import { settlesWithin } from '../../core/wait.js';
import type { Channel, OpenChannel } from '../../database/channel.js';

/** The longest that a read waits for another process to write what it holds, in milliseconds. */
const LONGEST_WAIT = 1_000;

type Message =
  | { readonly type: 'flush'; readonly asker: number; readonly question: number }
  | { readonly type: 'flushed'; readonly asker: number; readonly question: number; readonly by: number }
  | { readonly type: 'written'; readonly accounts: readonly string[] };

interface Duties {
  /** Writes what this process holds. */
  flush(): Promise<void>;
  /** Some process wrote entries of these accounts. */
  onWritten(accounts: readonly string[]): void;
  /** Something did not work that nobody waits for. */
  report(error: unknown, problem: string): void;
}

/**
 * The other processes on the same database. Each holds back what it has not written yet, so a process that reads a
 * journal or sets a mark first has the others write.
 */
export class Peers {
  private readonly channel: Channel;
  private readonly questions = new Map<number, { readonly pending: Set<number>; readonly finish: () => void }>();
  private asked = 0;

  constructor(
    open: OpenChannel,
    private readonly duties: Duties,
  ) {
    this.channel = open('iks_emulator_journal', (message) => this.hear(JSON.parse(message) as Message));
  }

  /** From when this resolves on the others wait for this process. */
  async join(): Promise<void> {
    await this.attempt('the journal cannot hear other processes', async () => {
      await this.channel.join();
    });
  }

  /** Resolves when all others wrote what they held; one that does not say so in time is given up on. */
  async flush(): Promise<void> {
    await this.attempt('other processes could not be asked for their entries', async () => {
      const [asker, others] = await Promise.all([this.channel.join(), this.channel.others()]);
      if (others.length === 0) return;
      const question = (this.asked += 1);
      const answered = new Promise<void>((finish) => this.questions.set(question, { pending: new Set(others), finish }));
      await this.tell({ type: 'flush', asker, question });
      await settlesWithin(answered, LONGEST_WAIT);
      this.questions.delete(question);
    });
  }

  /** Tells all processes, this one too, that there are new entries. */
  async announce(accounts: readonly string[]): Promise<void> {
    await this.attempt('other processes could not be told of new entries', () => this.tell({ type: 'written', accounts }));
  }

  async close(): Promise<void> {
    await this.channel.close();
  }

  private hear(message: Message): void {
    if (message.type === 'written') return this.duties.onWritten(message.accounts);
    void this.attempt('another process could not be answered', async () => {
      const own = await this.channel.join();
      if (message.type === 'flush' && message.asker !== own) {
        await this.duties.flush();
        await this.tell({ ...message, type: 'flushed', by: own });
      } else if (message.type === 'flushed' && message.asker === own) {
        this.note(message.question, message.by);
      }
    });
  }

  private note(question: number, by: number): void {
    const open = this.questions.get(question);
    open?.pending.delete(by);
    if (open?.pending.size === 0) open.finish();
  }

  private async tell(message: Message): Promise<void> {
    await this.channel.tell(JSON.stringify(message));
  }

  private async attempt(problem: string, work: () => Promise<void> | undefined): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.duties.report(error, problem);
    }
  }
}
