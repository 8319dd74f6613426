-- CreateEnum
CREATE TYPE "tag_type" AS ENUM ('user', 'service', 'access');

-- AlterTable
ALTER TABLE "resource_groups" ADD COLUMN     "updated_at" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "tags" (
    "account_id" TEXT NOT NULL,
    "type" "tag_type" NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "tags_pkey" PRIMARY KEY ("account_id","type","name")
);

-- CreateTable
CREATE TABLE "tag_attachments" (
    "account_id" TEXT NOT NULL,
    "cluster_id" TEXT NOT NULL,
    "type" "tag_type" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "tag_attachments_pkey" PRIMARY KEY ("account_id","cluster_id","type","name")
);

-- CreateIndex
CREATE INDEX "tag_attachments_account_id_type_name_idx" ON "tag_attachments"("account_id", "type", "name");

-- AddForeignKey
ALTER TABLE "tags" ADD CONSTRAINT "tags_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_attachments" ADD CONSTRAINT "tag_attachments_account_id_cluster_id_fkey" FOREIGN KEY ("account_id", "cluster_id") REFERENCES "clusters"("account_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "tag_attachments" ADD CONSTRAINT "tag_attachments_account_id_type_name_fkey" FOREIGN KEY ("account_id", "type", "name") REFERENCES "tags"("account_id", "type", "name") ON DELETE NO ACTION ON UPDATE NO ACTION;

-- From here on by hand: what Prisma's schema language cannot say.

ALTER TABLE "tags" ADD CONSTRAINT "tags_have_permitted_names" CHECK ("name" ~ '^[a-z0-9 _.:-]{1,128}$');
ALTER TABLE "tags" ADD CONSTRAINT "access_tags_are_pairs" CHECK ("type" <> 'access' OR "name" ~ '^[^:]+:[^:]+$');
