package dev.usher;

/**
 * Why Usher refuses. The names are the wire: a client sees exactly this text.
 *
 * <p>As FastAPI Users 15 {@code router.common.ErrorCode}; codes of our own follow its pattern.
 */
public enum ErrorCode {
    /** The password policy refuses; a reason is given. */
    REGISTER_INVALID_PASSWORD,
    /** The address has an account, in this or another spelling. */
    REGISTER_USER_ALREADY_EXISTS,
    /** The application does not let this person register; a reason may be given. */
    REGISTER_NOT_ALLOWED,
    /** Unknown user, wrong password or inactive user: which of them is not told. */
    LOGIN_BAD_CREDENTIALS,
    /** The password is right, but the address must be verified first. */
    LOGIN_USER_NOT_VERIFIED,
    /** Forged, expired, used, or the user is gone, inactive, or has changed password or address since. */
    RESET_PASSWORD_BAD_TOKEN,
    /** The token is good and stays usable, but the password policy refuses; a reason is given. */
    RESET_PASSWORD_INVALID_PASSWORD,
    /** Forged, expired, or the user is gone or has changed password or address since. */
    VERIFY_USER_BAD_TOKEN,
    /** The address was verified before. */
    VERIFY_USER_ALREADY_VERIFIED,
    /** Another account has the new address, in this or another spelling. */
    UPDATE_USER_EMAIL_ALREADY_EXISTS,
    /** The password policy refuses the new password; a reason is given. */
    UPDATE_USER_INVALID_PASSWORD,
    /** She is the last active superuser, who cannot be deleted, deactivated or demoted. */
    UPDATE_USER_LAST_SUPERUSER,
    /** The user was changed since the client read her. */
    UPDATE_USER_CONFLICT,
    /** Deleting one's own account takes the right password. */
    DELETE_USER_BAD_PASSWORD,
    /** The provider tells no address, or none that can be one. */
    OAUTH_NOT_AVAILABLE_EMAIL,
    /** The address has an account that this one at the provider may not be linked to, or somebody else has linked it. */
    OAUTH_USER_ALREADY_EXISTS,
    /** The state belongs to another browser, another user or another provider, or was used before. */
    OAUTH_INVALID_STATE,
    /** The provider does not take the code. */
    OAUTH_INVALID_CODE,
    /** The provider cannot be reached in time, or answers what cannot be trusted. */
    OAUTH_PROVIDER_ERROR,
    /** The OAuth state is absent, forged or of another use. */
    ACCESS_TOKEN_DECODE_ERROR,
    /** The OAuth state has expired. */
    ACCESS_TOKEN_ALREADY_EXPIRED,
    /** A browser sent the cookie along from another site. */
    CSRF_REJECTED,
    /** Too many hashes at once, or the database is not reachable; trying again later may work. */
    SERVICE_UNAVAILABLE
}
