-- CreateEnum
CREATE TYPE "auth_mode" AS ENUM ('lenient', 'strict');

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "auth" "auth_mode";
