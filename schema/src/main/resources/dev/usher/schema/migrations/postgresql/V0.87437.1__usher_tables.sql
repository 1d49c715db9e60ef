-- The table of users, and those of revoked tokens, accounts at providers and opaque tokens.
-- Repeats what Schema.create() makes; the placeholders are UserSchema.placeholders().

CREATE TABLE IF NOT EXISTS "${usher_users}" (
    "${usher_id}" ${usher_id_type} NOT NULL,
    "${usher_email}" varchar(320) COLLATE "C" NOT NULL,
    "${usher_hashed_password}" varchar(1024) NOT NULL,
    "${usher_is_active}" boolean NOT NULL,
    "${usher_is_superuser}" boolean NOT NULL,
    "${usher_is_verified}" boolean NOT NULL,
    "${usher_token_version}" integer NOT NULL,
    "${usher_row_version}" bigint NOT NULL,
    "${usher_created_at}" timestamptz NOT NULL,
    "${usher_updated_at}" timestamptz NOT NULL,
    CONSTRAINT "${usher_users}_pkey" PRIMARY KEY ("${usher_id}"),
    CONSTRAINT "${usher_users}_${usher_email}_key" UNIQUE ("${usher_email}")
);

CREATE INDEX IF NOT EXISTS "${usher_users}_${usher_is_superuser}_idx" ON "${usher_users}" ("${usher_is_superuser}") WHERE "${usher_is_superuser}";

CREATE TABLE IF NOT EXISTS "${usher_revoked_token}" (
    "token_id" varchar(255) COLLATE "C" NOT NULL,
    "expires_at" timestamptz NOT NULL,
    CONSTRAINT "${usher_revoked_token}_pkey" PRIMARY KEY ("token_id")
);

CREATE INDEX IF NOT EXISTS "${usher_revoked_token}_expires_at_idx" ON "${usher_revoked_token}" ("expires_at");

CREATE TABLE IF NOT EXISTS "${usher_oauth_account}" (
    "id" ${usher_id_type} NOT NULL,
    "user_id" ${usher_user_id_type} NOT NULL,
    "oauth_name" varchar(100) COLLATE "C" NOT NULL,
    "account_id" varchar(320) COLLATE "C" NOT NULL,
    "account_email" varchar(320) NOT NULL,
    "access_token" text NOT NULL,
    "refresh_token" text,
    "expires_at" bigint,
    CONSTRAINT "${usher_oauth_account}_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "${usher_oauth_account}_oauth_name_account_id_key" UNIQUE ("oauth_name", "account_id"),
    CONSTRAINT "${usher_oauth_account}_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "${usher_users}" ("${usher_id}") ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS "${usher_oauth_account}_user_id_idx" ON "${usher_oauth_account}" ("user_id");

CREATE TABLE IF NOT EXISTS "${usher_access_token}" (
    "digest" varchar(64) COLLATE "C" NOT NULL,
    "user_id" ${usher_user_id_type} NOT NULL,
    "token_version" integer NOT NULL,
    "created_at" timestamptz NOT NULL,
    "expires_at" timestamptz NOT NULL,
    CONSTRAINT "${usher_access_token}_pkey" PRIMARY KEY ("digest"),
    CONSTRAINT "${usher_access_token}_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "${usher_users}" ("${usher_id}") ON DELETE CASCADE
);

CREATE INDEX IF NOT EXISTS "${usher_access_token}_user_id_idx" ON "${usher_access_token}" ("user_id");
CREATE INDEX IF NOT EXISTS "${usher_access_token}_expires_at_idx" ON "${usher_access_token}" ("expires_at");
