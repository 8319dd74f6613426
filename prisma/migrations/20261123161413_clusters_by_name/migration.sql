-- DropIndex
DROP INDEX "clusters_account_id_region_name_key";

-- CreateIndex
CREATE UNIQUE INDEX "clusters_account_id_name_region_key" ON "clusters"("account_id", "name", "region");
