-- CreateTable
CREATE TABLE "journal_entries" (
    "account_id" TEXT NOT NULL,
    "sequence" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "request_id" TEXT NOT NULL,
    "operation_id" TEXT,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "status" INTEGER,
    "duration_ms" DOUBLE PRECISION NOT NULL,
    "fault" JSONB,
    "request" JSONB NOT NULL,
    "answer" JSONB,

    CONSTRAINT "journal_entries_pkey" PRIMARY KEY ("account_id","sequence")
);

-- CreateTable
CREATE TABLE "journal_marks" (
    "account_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "sequence" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "journal_marks_pkey" PRIMARY KEY ("account_id","name")
);

-- AddForeignKey
ALTER TABLE "journal_entries" ADD CONSTRAINT "journal_entries_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "journal_marks" ADD CONSTRAINT "journal_marks_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;
