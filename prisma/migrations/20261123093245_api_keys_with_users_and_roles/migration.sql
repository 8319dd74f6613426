-- CreateEnum
CREATE TYPE "platform_role" AS ENUM ('viewer', 'editor', 'operator', 'administrator');

-- AlterTable
ALTER TABLE "api_keys" ADD COLUMN     "id" TEXT,
ADD COLUMN     "revoked_at" TIMESTAMPTZ(3),
ADD COLUMN     "roles" "platform_role"[],
ADD COLUMN     "user_email" TEXT,
ADD COLUMN     "user_name" TEXT;

-- Until now every key was of its account's owner, who is administrator.
UPDATE "api_keys" SET "id" = 'ApiKey-' || md5("hash")::uuid, "roles" = '{administrator}';
ALTER TABLE "api_keys" ALTER COLUMN "id" SET NOT NULL;

-- CreateTable
CREATE TABLE "passcodes" (
    "hash" TEXT NOT NULL,
    "api_key_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passcodes_pkey" PRIMARY KEY ("hash")
);

-- CreateIndex
CREATE INDEX "passcodes_api_key_id_idx" ON "passcodes"("api_key_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_id_key" ON "api_keys"("id");

-- AddForeignKey
ALTER TABLE "passcodes" ADD CONSTRAINT "passcodes_api_key_id_fkey" FOREIGN KEY ("api_key_id") REFERENCES "api_keys"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what Prisma's schema language cannot say.

-- A user has a name and an email, or the key is of the account's owner.
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_name_users_whole" CHECK (("user_email" IS NULL) = ("user_name" IS NULL));
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_have_roles" CHECK ("roles" IS NOT NULL AND array_position("roles", NULL) IS NULL);
