package dev.usher.jdbc;

import dev.usher.schema.Identifier;

/** The SQL for accounts at providers, which both engines understand alike. Columns that are read are qualified. */
record OAuthAccountStatements(String findUser, String findAccounts, String link, String update, String unlink) {

    static OAuthAccountStatements of(UserTable<?, ?> table, UserRows<?, ?> rows) {
        Identifier accounts = table.oauthAccounts().name();
        String name = accounts.quoted();
        String ofUser =
                " WHERE %1$s.\"user_id\" = ? AND %1$s.\"oauth_name\" = ? AND %1$s.\"account_id\" = ?".formatted(name);
        boolean generated = table.idType().isGeneratedByDatabase();
        return new OAuthAccountStatements(
                """
                %s JOIN %2$s ON %3$s = %2$s."user_id" WHERE %2$s."oauth_name" = ? AND %2$s."account_id" = ?""".formatted(
                                UserStatements.selectAll(table, rows),
                                name,
                                table.name().quoted(rows.id().name())),
                """
                SELECT %1$s."oauth_name", %1$s."account_id", %1$s."account_email", %1$s."access_token",
                    %1$s."refresh_token", %1$s."expires_at"
                FROM %1$s WHERE %1$s."user_id" = ? ORDER BY %1$s."oauth_name", %1$s."account_id\"""".formatted(name),
                """
                INSERT INTO %s (%s"user_id", "oauth_name", "account_id", "account_email", "access_token",
                    "refresh_token", "expires_at")
                VALUES (%s?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""".formatted(name, generated ? "" : "\"id\", ", generated ? "" : "?, "),
                """
                UPDATE %s SET "account_email" = ?, "access_token" = ?, "refresh_token" = ?, "expires_at" = ?%s""".formatted(name, ofUser),
                "DELETE FROM " + name + ofUser);
    }
}
