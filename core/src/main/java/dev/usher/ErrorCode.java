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
    /** Too many hashes at once, or the database is not reachable; trying again later may work. */
    SERVICE_UNAVAILABLE
}
