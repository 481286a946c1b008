-- The tables of a mingdan dataset (docs/dataset.md), filled from its CSV. In the folder that holds the files:
--   psql -d DATABASE -v ON_ERROR_STOP=1 -f postgresql.sql
-- Text has to be UTF-8 in the database too: createdb -E UTF8 -T template0 DATABASE.
\set ON_ERROR_STOP on
\encoding UTF8
BEGIN;

CREATE TABLE "notices" (
    "notice_key" text NOT NULL,
    "year" bigint,
    "number" text,
    "title" text,
    "issuers" text,
    "date" text,
    "status" text CHECK ("status" IN ('proposed', 'final')),
    "addressees" text,
    "source" text NOT NULL,
    "format" text NOT NULL,
    "bytes" bigint NOT NULL,
    "sha256" text NOT NULL,
    "rosters" bigint NOT NULL,
    "records" bigint NOT NULL,
    "findings" bigint NOT NULL,
    "body" text,
    PRIMARY KEY ("notice_key")
);
COMMENT ON COLUMN "notices"."notice_key" IS 'the notice: folded document number and issuers, else title, date and issuers, else the file''s SHA-256';
COMMENT ON COLUMN "notices"."year" IS 'of the document number, else of the date';
COMMENT ON COLUMN "notices"."number" IS 'document number (发文字号)';
COMMENT ON COLUMN "notices"."title" IS 'title of the notice';
COMMENT ON COLUMN "notices"."issuers" IS 'who issued it, joined by ；';
COMMENT ON COLUMN "notices"."date" IS 'of the notice, ISO 8601; day or month may be missing';
COMMENT ON COLUMN "notices"."status" IS 'proposed (公示) or final';
COMMENT ON COLUMN "notices"."addressees" IS 'whom it is addressed to, joined by ；';
COMMENT ON COLUMN "notices"."source" IS 'the file''s place below the folder given';
COMMENT ON COLUMN "notices"."format" IS 'what the file is: docx, text …';
COMMENT ON COLUMN "notices"."bytes" IS 'size of the file';
COMMENT ON COLUMN "notices"."sha256" IS 'SHA-256 of the file';
COMMENT ON COLUMN "notices"."rosters" IS 'how many rosters it has';
COMMENT ON COLUMN "notices"."records" IS 'how many records, of all rosters';
COMMENT ON COLUMN "notices"."findings" IS 'how many findings';
COMMENT ON COLUMN "notices"."body" IS 'its paragraphs, parted by line feeds';
\copy "notices" ("notice_key", "year", "number", "title", "issuers", "date", "status", "addressees", "source", "format", "bytes", "sha256", "rosters", "records", "findings", "body") FROM 'notices.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')
CREATE INDEX "notices_by_date" ON "notices" ("date");
CREATE INDEX "notices_by_number" ON "notices" USING hash ("number");
CREATE INDEX "notices_by_source" ON "notices" USING hash ("source");

CREATE TABLE "rosters" (
    "notice_key" text NOT NULL,
    "roster" bigint NOT NULL,
    "annex" text,
    "title" text,
    "heading" text,
    "columns" json NOT NULL,
    "records" bigint NOT NULL,
    "totals" json,
    "notes" text,
    PRIMARY KEY ("notice_key", "roster"),
    FOREIGN KEY ("notice_key") REFERENCES "notices" ("notice_key") ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON COLUMN "rosters"."notice_key" IS 'the notice: folded document number and issuers, else title, date and issuers, else the file''s SHA-256';
COMMENT ON COLUMN "rosters"."roster" IS 'which roster of the notice, from 1';
COMMENT ON COLUMN "rosters"."annex" IS 'label of the annex that holds the roster';
COMMENT ON COLUMN "rosters"."title" IS 'title of the roster';
COMMENT ON COLUMN "rosters"."heading" IS 'heading above this one table of the annex';
COMMENT ON COLUMN "rosters"."columns" IS 'its columns, objects of name, role and type, in order';
COMMENT ON COLUMN "rosters"."records" IS 'how many records';
COMMENT ON COLUMN "rosters"."totals" IS 'its totals rows, objects like records';
COMMENT ON COLUMN "rosters"."notes" IS 'its notes, parted by line feeds';
\copy "rosters" ("notice_key", "roster", "annex", "title", "heading", "columns", "records", "totals", "notes") FROM 'rosters.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')

CREATE TABLE "records" (
    "notice_key" text NOT NULL,
    "roster" bigint NOT NULL,
    "row" bigint NOT NULL,
    "year" bigint,
    "number" text,
    "issuer" text,
    "date" text,
    "status" text CHECK ("status" IN ('proposed', 'final')),
    "source" text NOT NULL,
    "annex" text,
    "record_index" text,
    "region" text,
    "section" text,
    "name" text,
    "organisation" text,
    "person" text,
    "award" text,
    "amount" text,
    "code" text,
    "record_date" text,
    "contact" text,
    "remark" text,
    "record" json NOT NULL,
    PRIMARY KEY ("notice_key", "roster", "row"),
    FOREIGN KEY ("notice_key", "roster") REFERENCES "rosters" ("notice_key", "roster") ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON COLUMN "records"."notice_key" IS 'the notice: folded document number and issuers, else title, date and issuers, else the file''s SHA-256';
COMMENT ON COLUMN "records"."roster" IS 'which roster of the notice, from 1';
COMMENT ON COLUMN "records"."row" IS 'which record of the roster, from 1';
COMMENT ON COLUMN "records"."year" IS 'of the document number, else of the date';
COMMENT ON COLUMN "records"."number" IS 'document number (发文字号)';
COMMENT ON COLUMN "records"."issuer" IS 'who issued the notice, several joined by ；';
COMMENT ON COLUMN "records"."date" IS 'of the notice, ISO 8601; day or month may be missing';
COMMENT ON COLUMN "records"."status" IS 'proposed (公示) or final';
COMMENT ON COLUMN "records"."source" IS 'the file''s place below the folder given';
COMMENT ON COLUMN "records"."annex" IS 'label of the annex that holds the roster';
COMMENT ON COLUMN "records"."record_index" IS 'value of the column with the role index, as printed';
COMMENT ON COLUMN "records"."region" IS 'of the role region; here and below several columns and items are joined by ；';
COMMENT ON COLUMN "records"."section" IS 'of the role section';
COMMENT ON COLUMN "records"."name" IS 'of the role name';
COMMENT ON COLUMN "records"."organisation" IS 'of the role organisation';
COMMENT ON COLUMN "records"."person" IS 'of the role person';
COMMENT ON COLUMN "records"."award" IS 'of the role award';
COMMENT ON COLUMN "records"."amount" IS 'of the role amount, its digits as printed';
COMMENT ON COLUMN "records"."code" IS 'of the role code';
COMMENT ON COLUMN "records"."record_date" IS 'of the role date';
COMMENT ON COLUMN "records"."contact" IS 'of the role contact';
COMMENT ON COLUMN "records"."remark" IS 'of the role remark';
COMMENT ON COLUMN "records"."record" IS 'the whole record with the roster''s own column names, as in NDJSON';
\copy "records" ("notice_key", "roster", "row", "year", "number", "issuer", "date", "status", "source", "annex", "record_index", "region", "section", "name", "organisation", "person", "award", "amount", "code", "record_date", "contact", "remark", "record") FROM 'records.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')
CREATE INDEX "records_by_year" ON "records" ("year");
CREATE INDEX "records_by_region" ON "records" USING hash ("region");
CREATE INDEX "records_by_name" ON "records" USING hash ("name");
CREATE INDEX "records_by_date" ON "records" ("date");

CREATE TABLE "members" (
    "notice_key" text NOT NULL,
    "roster" bigint NOT NULL,
    "row" bigint NOT NULL,
    "column" text NOT NULL,
    "position" bigint NOT NULL,
    "role" text NOT NULL,
    "item" text NOT NULL,
    PRIMARY KEY ("notice_key", "roster", "row", "column", "position"),
    FOREIGN KEY ("notice_key", "roster", "row") REFERENCES "records" ("notice_key", "roster", "row") ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON COLUMN "members"."notice_key" IS 'the notice: folded document number and issuers, else title, date and issuers, else the file''s SHA-256';
COMMENT ON COLUMN "members"."roster" IS 'which roster of the notice, from 1';
COMMENT ON COLUMN "members"."row" IS 'which record of the roster, from 1';
COMMENT ON COLUMN "members"."column" IS 'name of the list column';
COMMENT ON COLUMN "members"."position" IS 'which item of the list, from 1';
COMMENT ON COLUMN "members"."role" IS 'role of the column';
COMMENT ON COLUMN "members"."item" IS 'the item';
\copy "members" ("notice_key", "roster", "row", "column", "position", "role", "item") FROM 'members.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')
CREATE INDEX "members_by_item" ON "members" USING hash ("item");

CREATE TABLE "findings" (
    "notice_key" text NOT NULL,
    "finding" bigint NOT NULL,
    "code" text NOT NULL,
    "severity" text NOT NULL CHECK ("severity" IN ('info', 'warning', 'error')),
    "message" text NOT NULL,
    "roster" bigint,
    "row" bigint,
    "column" text,
    "field" text,
    "place" text,
    PRIMARY KEY ("notice_key", "finding"),
    FOREIGN KEY ("notice_key") REFERENCES "notices" ("notice_key") ON DELETE CASCADE ON UPDATE CASCADE
);
COMMENT ON COLUMN "findings"."notice_key" IS 'the notice: folded document number and issuers, else title, date and issuers, else the file''s SHA-256';
COMMENT ON COLUMN "findings"."finding" IS 'which finding of the notice, from 1';
COMMENT ON COLUMN "findings"."code" IS 'what kind';
COMMENT ON COLUMN "findings"."severity" IS 'how much it matters';
COMMENT ON COLUMN "findings"."message" IS 'what was seen';
COMMENT ON COLUMN "findings"."roster" IS 'the roster it concerns, from 1';
COMMENT ON COLUMN "findings"."row" IS 'the record it concerns, from 1';
COMMENT ON COLUMN "findings"."column" IS 'the column it concerns';
COMMENT ON COLUMN "findings"."field" IS 'the part of the notice it concerns: number, body …';
COMMENT ON COLUMN "findings"."place" IS 'where in the file';
\copy "findings" ("notice_key", "finding", "code", "severity", "message", "roster", "row", "column", "field", "place") FROM 'findings.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')
CREATE INDEX "findings_by_code" ON "findings" USING hash ("code");

COMMIT;
