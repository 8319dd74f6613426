-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "public_endpoint_optional" BOOLEAN NOT NULL DEFAULT true;

-- AlterTable
ALTER TABLE "clusters" ADD COLUMN     "audit_webhook_in_effect" JSONB;

-- AlterTable
ALTER TABLE "worker_pools" DROP COLUMN "autoscale_enabled";

-- Until now an audit webhook took effect at once.
UPDATE "clusters" SET "audit_webhook_in_effect" = "audit_webhook";
