package dev.usher.schema;

import java.util.Locale;

/** The columns of the user table that Usher owns, in their order. */
public enum BaseColumn {
    ID,
    EMAIL,
    HASHED_PASSWORD,
    IS_ACTIVE,
    IS_SUPERUSER,
    IS_VERIFIED,
    TOKEN_VERSION,
    ROW_VERSION,
    CREATED_AT,
    UPDATED_AT;

    /** The name unless the application gives another, e.g. {@code hashed_password}. */
    public String defaultName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
