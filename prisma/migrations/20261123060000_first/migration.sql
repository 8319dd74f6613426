-- CreateEnum
CREATE TYPE "vlan_policy" AS ENUM ('reuse', 'require');

-- CreateEnum
CREATE TYPE "network_side" AS ENUM ('public', 'private');

-- CreateEnum
CREATE TYPE "cluster_state" AS ENUM ('requested', 'deploying', 'deployed', 'updating', 'refreshing', 'deleting', 'aborted', 'deleted');

-- CreateEnum
CREATE TYPE "cluster_type" AS ENUM ('kubernetes', 'openshift');

-- CreateEnum
CREATE TYPE "isolation" AS ENUM ('public', 'private');

-- CreateEnum
CREATE TYPE "worker_state" AS ENUM ('provision_pending', 'provisioning', 'provisioned', 'deploying', 'deployed', 'normal', 'reload_pending', 'reloading', 'deleting', 'deleted');

-- CreateEnum
CREATE TYPE "zone_network_state" AS ENUM ('awaiting_workers', 'ordering_subnets', 'filling_map', 'ready', 'without_subnets');

-- CreateEnum
CREATE TYPE "alb_state" AS ENUM ('deploying', 'healthy', 'disabled');

-- CreateEnum
CREATE TYPE "subdomain_state" AS ENUM ('registering', 'registered');

-- CreateEnum
CREATE TYPE "subnet_kind" AS ENUM ('primary', 'portable', 'user_managed');

-- CreateEnum
CREATE TYPE "addon_state" AS ENUM ('enabling', 'updating', 'normal', 'disabling', 'disabled');

-- CreateTable
CREATE TABLE "accounts" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "speed" DOUBLE PRECISION NOT NULL,
    "vlan_policy" "vlan_policy" NOT NULL DEFAULT 'reuse',
    "cluster_quota" INTEGER NOT NULL DEFAULT 100,
    "worker_quota" INTEGER NOT NULL DEFAULT 500,
    "subnets_per_vlan_quota" INTEGER NOT NULL DEFAULT 40,
    "request_quota" INTEGER,
    "free_clusters" BOOLEAN NOT NULL DEFAULT true,
    "service_endpoints" BOOLEAN NOT NULL DEFAULT true,
    "vlan_spanning" BOOLEAN NOT NULL DEFAULT false,
    "vlan_spanning_modified_at" TIMESTAMPTZ(3),
    "clock_offset" BIGINT NOT NULL DEFAULT 0,
    "clock_frozen_at" TIMESTAMPTZ(3),
    "id_seed" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL DEFAULT 0,
    "next_due_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "hash" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "signing_keys" (
    "id" TEXT NOT NULL,
    "private_jwk" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signing_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "resource_groups" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "resource_groups_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "vlans" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "side" "network_side" NOT NULL,
    "number" INTEGER NOT NULL,
    "router" TEXT NOT NULL,
    "automatic" BOOLEAN NOT NULL,
    "provider_owned" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "vlans_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "subnets" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "vlan_id" TEXT NOT NULL,
    "kind" "subnet_kind" NOT NULL,
    "cidr" INET NOT NULL,
    "cluster_id" TEXT,
    "ordered_for_cluster" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subnets_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "leases" (
    "account_id" TEXT NOT NULL,
    "address" INET NOT NULL,
    "subnet_id" TEXT NOT NULL,
    "subnet_cidr" INET NOT NULL,
    "side" "network_side" NOT NULL,
    "worker_id" TEXT,
    "alb_id" TEXT,

    CONSTRAINT "leases_pkey" PRIMARY KEY ("account_id","address")
);

-- CreateTable
CREATE TABLE "clusters" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "resource_group_id" TEXT NOT NULL,
    "type" "cluster_type" NOT NULL,
    "state" "cluster_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "next_state" "cluster_state",
    "next_state_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "modified_at" TIMESTAMPTZ(3) NOT NULL,
    "ready_at" TIMESTAMPTZ(3),
    "master_version" TEXT NOT NULL,
    "pod_subnet" TEXT NOT NULL,
    "service_subnet" TEXT NOT NULL,
    "private_only" BOOLEAN NOT NULL,
    "no_subnet" BOOLEAN NOT NULL,
    "public_service_endpoint" BOOLEAN NOT NULL,
    "private_service_endpoint" BOOLEAN NOT NULL,
    "master_number" INTEGER NOT NULL,
    "master_port" INTEGER NOT NULL,
    "etcd_port" INTEGER NOT NULL,
    "disable_auto_update" BOOLEAN NOT NULL,
    "entitlement" TEXT NOT NULL,
    "owner_email" TEXT NOT NULL,
    "delete_resources" BOOLEAN NOT NULL DEFAULT false,
    "free" BOOLEAN NOT NULL DEFAULT false,
    "pending_version" TEXT,
    "image_security" BOOLEAN NOT NULL DEFAULT false,
    "pull_secret" BOOLEAN NOT NULL DEFAULT true,
    "kms_instance_id" TEXT,
    "kms_root_key_id" TEXT,
    "kms_private_endpoint" BOOLEAN NOT NULL DEFAULT false,
    "audit_webhook" JSONB,
    "alb_auto_update" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "clusters_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "worker_pools" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "flavor" TEXT NOT NULL,
    "encrypted" BOOLEAN NOT NULL,
    "isolation" "isolation" NOT NULL,
    "size_per_zone" INTEGER NOT NULL,
    "operating_system" TEXT NOT NULL,
    "entitlement" TEXT NOT NULL,
    "labels" JSONB NOT NULL,
    "taints" JSONB NOT NULL,
    "autoscale_enabled" BOOLEAN NOT NULL DEFAULT false,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "worker_pools_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "worker_pool_zones" (
    "account_id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "private_vlan_id" TEXT NOT NULL,
    "public_vlan_id" TEXT,

    CONSTRAINT "worker_pool_zones_pkey" PRIMARY KEY ("account_id","pool_id","zone")
);

-- CreateTable
CREATE TABLE "workers" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "pool_id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "private_vlan_id" TEXT NOT NULL,
    "public_vlan_id" TEXT,
    "state" "worker_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "next_state" "worker_state",
    "next_state_at" TIMESTAMPTZ(3),
    "version" TEXT NOT NULL,
    "target_version" TEXT NOT NULL,
    "operating_system" TEXT NOT NULL DEFAULT '',
    "pending_operation" TEXT NOT NULL DEFAULT '',
    "error_message" TEXT NOT NULL DEFAULT '',
    "error_message_at" TIMESTAMPTZ(3),
    "reason_for_delete" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "workers_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "zone_networks" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "state" "zone_network_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "next_state" "zone_network_state",
    "next_state_at" TIMESTAMPTZ(3),
    "full_vlan_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "zone_networks_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "albs" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "side" "network_side" NOT NULL,
    "number" INTEGER NOT NULL,
    "vlan_id" TEXT NOT NULL,
    "build" TEXT NOT NULL DEFAULT '',
    "previous_build" TEXT NOT NULL DEFAULT '',
    "nlb_version" TEXT NOT NULL DEFAULT '1.0',
    "disable_deployment" BOOLEAN NOT NULL DEFAULT false,
    "last_address" INET,
    "enabled" BOOLEAN NOT NULL,
    "state" "alb_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "next_state" "alb_state",
    "next_state_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "albs_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "subdomains" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "secret_name" TEXT NOT NULL,
    "state" "subdomain_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "next_state" "subdomain_state",
    "next_state_at" TIMESTAMPTZ(3),

    CONSTRAINT "subdomains_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "webhooks" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "level" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhooks_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "infrastructure_credentials" (
    "account_id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "resource_group_id" TEXT NOT NULL,
    "username" TEXT NOT NULL,
    "api_key_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "infrastructure_credentials_pkey" PRIMARY KEY ("account_id","region","resource_group_id")
);

-- CreateTable
CREATE TABLE "region_api_keys" (
    "account_id" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "resource_group_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "owner_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "region_api_keys_pkey" PRIMARY KEY ("account_id","region","resource_group_id")
);

-- CreateTable
CREATE TABLE "cluster_addons" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "options" TEXT,
    "state" "addon_state" NOT NULL,
    "state_since" TIMESTAMPTZ(3) NOT NULL,
    "next_state" "addon_state",
    "next_state_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "cluster_addons_pkey" PRIMARY KEY ("account_id","id")
);

-- CreateTable
CREATE TABLE "certificate_authorities" (
    "account_id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_authorities_pkey" PRIMARY KEY ("account_id","cluster_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_name_key" ON "accounts"("name");

-- CreateIndex
CREATE INDEX "api_keys_account_id_idx" ON "api_keys"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "resource_groups_account_id_name_key" ON "resource_groups"("account_id", "name");

-- CreateIndex
CREATE INDEX "subnets_account_id_vlan_id_idx" ON "subnets"("account_id", "vlan_id");

-- CreateIndex
CREATE INDEX "subnets_account_id_cluster_id_idx" ON "subnets"("account_id", "cluster_id");

-- CreateIndex
CREATE UNIQUE INDEX "subnets_account_id_id_cidr_key" ON "subnets"("account_id", "id", "cidr");

-- CreateIndex
CREATE INDEX "leases_account_id_subnet_id_idx" ON "leases"("account_id", "subnet_id");

-- CreateIndex
CREATE UNIQUE INDEX "leases_account_id_worker_id_side_key" ON "leases"("account_id", "worker_id", "side");

-- CreateIndex
CREATE UNIQUE INDEX "leases_account_id_alb_id_key" ON "leases"("account_id", "alb_id");

-- CreateIndex
CREATE INDEX "clusters_account_id_next_state_at_idx" ON "clusters"("account_id", "next_state_at");

-- CreateIndex
CREATE UNIQUE INDEX "clusters_account_id_region_name_key" ON "clusters"("account_id", "region", "name");

-- CreateIndex
CREATE INDEX "worker_pools_account_id_cluster_id_idx" ON "worker_pools"("account_id", "cluster_id");

-- CreateIndex
CREATE INDEX "workers_account_id_cluster_id_idx" ON "workers"("account_id", "cluster_id");

-- CreateIndex
CREATE INDEX "workers_account_id_pool_id_idx" ON "workers"("account_id", "pool_id");

-- CreateIndex
CREATE INDEX "workers_account_id_next_state_at_idx" ON "workers"("account_id", "next_state_at");

-- CreateIndex
CREATE INDEX "zone_networks_account_id_next_state_at_idx" ON "zone_networks"("account_id", "next_state_at");

-- CreateIndex
CREATE UNIQUE INDEX "zone_networks_account_id_cluster_id_zone_key" ON "zone_networks"("account_id", "cluster_id", "zone");

-- CreateIndex
CREATE INDEX "albs_account_id_next_state_at_idx" ON "albs"("account_id", "next_state_at");

-- CreateIndex
CREATE UNIQUE INDEX "albs_account_id_cluster_id_side_number_key" ON "albs"("account_id", "cluster_id", "side", "number");

-- CreateIndex
CREATE INDEX "subdomains_account_id_cluster_id_idx" ON "subdomains"("account_id", "cluster_id");

-- CreateIndex
CREATE INDEX "subdomains_account_id_next_state_at_idx" ON "subdomains"("account_id", "next_state_at");

-- CreateIndex
CREATE INDEX "webhooks_account_id_cluster_id_idx" ON "webhooks"("account_id", "cluster_id");

-- CreateIndex
CREATE INDEX "cluster_addons_account_id_next_state_at_idx" ON "cluster_addons"("account_id", "next_state_at");

-- CreateIndex
CREATE UNIQUE INDEX "cluster_addons_account_id_cluster_id_name_key" ON "cluster_addons"("account_id", "cluster_id", "name");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "resource_groups" ADD CONSTRAINT "resource_groups_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "vlans" ADD CONSTRAINT "vlans_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subnets" ADD CONSTRAINT "subnets_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subnets" ADD CONSTRAINT "subnets_account_id_vlan_id_fkey" FOREIGN KEY ("account_id", "vlan_id") REFERENCES "vlans"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subnets" ADD CONSTRAINT "subnets_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_account_id_subnet_id_subnet_cidr_fkey" FOREIGN KEY ("account_id", "subnet_id", "subnet_cidr") REFERENCES "subnets"("account_id", "id", "cidr") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_account_id_worker_id_fkey" FOREIGN KEY ("account_id", "worker_id") REFERENCES "workers"("account_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "leases" ADD CONSTRAINT "leases_account_id_alb_id_fkey" FOREIGN KEY ("account_id", "alb_id") REFERENCES "albs"("account_id", "id") ON DELETE CASCADE ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_account_id_resource_group_id_fkey" FOREIGN KEY ("account_id", "resource_group_id") REFERENCES "resource_groups"("account_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_pools" ADD CONSTRAINT "worker_pools_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_pool_zones" ADD CONSTRAINT "worker_pool_zones_account_id_pool_id_fkey" FOREIGN KEY ("account_id", "pool_id") REFERENCES "worker_pools"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_pool_zones" ADD CONSTRAINT "worker_pool_zones_account_id_private_vlan_id_fkey" FOREIGN KEY ("account_id", "private_vlan_id") REFERENCES "vlans"("account_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "worker_pool_zones" ADD CONSTRAINT "worker_pool_zones_account_id_public_vlan_id_fkey" FOREIGN KEY ("account_id", "public_vlan_id") REFERENCES "vlans"("account_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "workers" ADD CONSTRAINT "workers_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workers" ADD CONSTRAINT "workers_account_id_pool_id_fkey" FOREIGN KEY ("account_id", "pool_id") REFERENCES "worker_pools"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workers" ADD CONSTRAINT "workers_account_id_private_vlan_id_fkey" FOREIGN KEY ("account_id", "private_vlan_id") REFERENCES "vlans"("account_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "workers" ADD CONSTRAINT "workers_account_id_public_vlan_id_fkey" FOREIGN KEY ("account_id", "public_vlan_id") REFERENCES "vlans"("account_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- AddForeignKey
ALTER TABLE "zone_networks" ADD CONSTRAINT "zone_networks_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "albs" ADD CONSTRAINT "albs_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "albs" ADD CONSTRAINT "albs_account_id_vlan_id_fkey" FOREIGN KEY ("account_id", "vlan_id") REFERENCES "vlans"("account_id", "id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "subdomains" ADD CONSTRAINT "subdomains_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "infrastructure_credentials" ADD CONSTRAINT "infrastructure_credentials_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "infrastructure_credentials" ADD CONSTRAINT "infrastructure_credentials_account_id_resource_group_id_fkey" FOREIGN KEY ("account_id", "resource_group_id") REFERENCES "resource_groups"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_api_keys" ADD CONSTRAINT "region_api_keys_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "region_api_keys" ADD CONSTRAINT "region_api_keys_account_id_resource_group_id_fkey" FOREIGN KEY ("account_id", "resource_group_id") REFERENCES "resource_groups"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "cluster_addons" ADD CONSTRAINT "cluster_addons_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_authorities" ADD CONSTRAINT "certificate_authorities_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema language cannot say.

-- No two subnets of an account overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "subnets" ADD CONSTRAINT "subnets_do_not_overlap"
  EXCLUDE USING gist ("account_id" WITH =, "cidr" inet_ops WITH &&);
ALTER TABLE "subnets" ADD CONSTRAINT "subnets_are_networks"
  CHECK (family("cidr") = 4 AND host("cidr") = host(network("cidr")));

-- A primary subnet is shared by the clusters of its VLAN, a portable one has 8 to 64 addresses, and one that
-- the user manages 4 to 256.
ALTER TABLE "subnets" ADD CONSTRAINT "subnets_fit_their_kind" CHECK (
  CASE "kind"
    WHEN 'primary' THEN "cluster_id" IS NULL AND masklen("cidr") IN (26, 28)
    WHEN 'portable' THEN masklen("cidr") BETWEEN 26 AND 29
    ELSE "cluster_id" IS NOT NULL AND masklen("cidr") BETWEEN 24 AND 30
  END
);

-- A pool's name is free again once the pool is gone.
CREATE UNIQUE INDEX "worker_pools_name_key" ON "worker_pools" ("account_id", "cluster_id", "name") WHERE "deleted_at" IS NULL;

-- An address lies inside its subnet and is neither its network, its gateway nor its broadcast address.
ALTER TABLE "leases" ADD CONSTRAINT "leases_lie_in_their_subnet" CHECK (
  masklen("address") = 32
  AND "address" > set_masklen(network("subnet_cidr")::inet, 32) + 1
  AND "address" < set_masklen(broadcast("subnet_cidr"), 32)
);

-- An address is leased to one holder.
ALTER TABLE "leases" ADD CONSTRAINT "leases_have_one_holder" CHECK (num_nonnulls("worker_id", "alb_id") = 1);

-- A cluster and the subnets bound to it go in one transaction, in either order.
ALTER TABLE "subnets" ALTER CONSTRAINT "subnets_account_id_cluster_id_fkey" DEFERRABLE INITIALLY DEFERRED;

-- The service makes one VLAN of a side behind a router by itself; users may order more.
CREATE UNIQUE INDEX "vlans_automatic_key" ON "vlans" ("account_id", "zone", "side", "router") WHERE "automatic";

-- Every account has one default resource group.
CREATE UNIQUE INDEX "resource_groups_default_key" ON "resource_groups" ("account_id") WHERE "is_default";

-- A row either waits or knows both where it goes next and when.
ALTER TABLE "clusters" ADD CONSTRAINT "clusters_schedule" CHECK (("next_state" IS NULL) = ("next_state_at" IS NULL));
ALTER TABLE "workers" ADD CONSTRAINT "workers_schedule" CHECK (("next_state" IS NULL) = ("next_state_at" IS NULL));
ALTER TABLE "zone_networks" ADD CONSTRAINT "zone_networks_schedule" CHECK (("next_state" IS NULL) = ("next_state_at" IS NULL));
ALTER TABLE "albs" ADD CONSTRAINT "albs_schedule" CHECK (("next_state" IS NULL) = ("next_state_at" IS NULL));
ALTER TABLE "cluster_addons" ADD CONSTRAINT "cluster_addons_schedule" CHECK (("next_state" IS NULL) = ("next_state_at" IS NULL));
ALTER TABLE "subdomains" ADD CONSTRAINT "subdomains_schedule" CHECK (("next_state" IS NULL) = ("next_state_at" IS NULL));
