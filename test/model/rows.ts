import type pg from 'pg';

/** What only the database tells. Each query finds breaches in one account, whose id is its parameter. */
const queries: Readonly<Record<string, string>> = {
  'R37: an address is leased twice': `
    SELECT address::text AS what FROM leases WHERE account_id = $1 GROUP BY address HAVING count(*) > 1`,

  'R39: two subnets overlap': `
    SELECT a.cidr || ' and ' || b.cidr AS what FROM subnets a JOIN subnets b ON b.account_id = a.account_id AND a.id < b.id AND a.cidr && b.cidr
    WHERE a.account_id = $1`,

  'R36, R237: a lease has outlived its holder': `
    SELECT address || ' of ' || coalesce(worker_id, alb_id) AS what FROM leases
    LEFT JOIN workers ON workers.account_id = leases.account_id AND workers.id = worker_id AND workers.state <> 'deleted'
    LEFT JOIN albs ON albs.account_id = leases.account_id AND albs.id = alb_id AND albs.enabled
    WHERE leases.account_id = $1 AND workers.id IS NULL AND albs.id IS NULL`,

  'R67: an ALB has an address of a subnet of another cluster': `
    SELECT albs.id AS what FROM albs JOIN leases ON leases.account_id = albs.account_id AND alb_id = albs.id
    JOIN subnets ON subnets.account_id = albs.account_id AND subnets.id = subnet_id
    WHERE albs.account_id = $1 AND subnets.cluster_id IS DISTINCT FROM albs.cluster_id`,

  'R68: a subnet that was ordered for a cluster has outlived it': `
    SELECT id AS what FROM subnets WHERE account_id = $1 AND ordered_for_cluster AND cluster_id IS NULL`,

  'what is due was not done': `
    SELECT next_due_at || ' at ' || clock_frozen_at AS what FROM accounts WHERE id = $1 AND next_due_at <= clock_frozen_at`,

  'the account does not know what is due next': `
    SELECT coalesce(next_due_at::text, 'never') || ' instead of ' || coalesce(moment::text, 'never') AS what
    FROM accounts CROSS JOIN (
      SELECT min(next_state_at) AS moment FROM (
        SELECT next_state_at FROM clusters WHERE account_id = $1 UNION ALL SELECT next_state_at FROM workers WHERE account_id = $1
        UNION ALL SELECT next_state_at FROM zone_networks WHERE account_id = $1 UNION ALL SELECT next_state_at FROM albs WHERE account_id = $1
        UNION ALL SELECT next_state_at FROM cluster_addons WHERE account_id = $1 UNION ALL SELECT next_state_at FROM subdomains WHERE account_id = $1
      ) AS moments
    ) AS first WHERE id = $1 AND next_due_at IS DISTINCT FROM moment`,

  'something will stay in a state that leads on': `
    SELECT id || ' in ' || state AS what FROM clusters
    WHERE account_id = $1 AND next_state IS NULL AND state IN ('requested', 'deploying', 'updating', 'refreshing', 'deleting', 'aborted')
    UNION ALL
    SELECT id || ' in ' || state AS what FROM workers
    WHERE account_id = $1 AND next_state IS NULL
      AND state IN ('provisioning', 'provisioned', 'deploying', 'deployed', 'reload_pending', 'reloading', 'deleting')`,
};

/** One line for each breach. */
export async function breachesInRows(database: pg.Client, accountId: string): Promise<string[]> {
  const breaches: string[] = [];
  for (const [name, query] of Object.entries(queries)) {
    const { rows } = await database.query<{ what: string }>(query, [accountId]);
    breaches.push(...rows.map(({ what }) => `${name}: ${what}`));
  }
  return breaches;
}
