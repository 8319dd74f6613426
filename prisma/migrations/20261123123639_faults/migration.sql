-- AlterEnum
ALTER TYPE "cluster_state" ADD VALUE 'unavailable';

-- AlterEnum
ALTER TYPE "worker_state" ADD VALUE 'critical';
ALTER TYPE "worker_state" ADD VALUE 'provision_failed';
ALTER TYPE "worker_state" ADD VALUE 'deploy_failed';
ALTER TYPE "worker_state" ADD VALUE 'reloading_failed';

-- CreateTable
CREATE TABLE "faults" (
    "account_id" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "effect" JSONB NOT NULL,
    "operations" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "resource" TEXT,
    "zone" TEXT,
    "name" TEXT,
    "occasion" JSONB,
    "matched" INTEGER NOT NULL DEFAULT 0,
    "struck" INTEGER NOT NULL DEFAULT 0,
    "struck_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "faults_pkey" PRIMARY KEY ("account_id","id")
);

-- AddForeignKey
ALTER TABLE "faults" ADD CONSTRAINT "faults_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand
ALTER TABLE "faults" ADD CONSTRAINT "faults_counts" CHECK ("struck" BETWEEN 0 AND "matched");
