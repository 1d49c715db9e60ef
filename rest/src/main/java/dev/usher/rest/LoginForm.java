package dev.usher.rest;

import dev.usher.rest.json.InvalidRequest;
import dev.usher.rest.json.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form of the password grant (RFC 6749 section 4.3.2), checked. {@code scope}, {@code client_id} and
 * {@code client_secret} are allowed and ignored.
 *
 * @param username what she names herself by, usually the address
 * @param password plain text
 */
record LoginForm(String username, String password) {

    private static final String GRANT_TYPE = "password";

    /**
     * Checks the fields; an empty one counts as missing.
     *
     * @throws InvalidRequest with every violation there is
     */
    static LoginForm of(Map<String, String> fields) {
        String grantType = fields.getOrDefault("grant_type", "");
        String username = fields.getOrDefault("username", "");
        String password = fields.getOrDefault("password", "");
        List<Violation> violations = new ArrayList<>();
        if (!grantType.isEmpty() && !grantType.equals(GRANT_TYPE)) {
            violations.add(Violation.patternMismatch("grant_type", "{dev.usher.grant-type}"));
        }
        check("username", username, violations);
        check("password", password, violations);
        if (!violations.isEmpty()) {
            throw new InvalidRequest(violations);
        }
        return new LoginForm(username, password);
    }

    private static void check(String field, String value, List<Violation> violations) {
        if (value.isEmpty()) {
            violations.add(Violation.missing(field));
        } else if (value.length() > Limits.PASSWORD_CHARACTERS) {
            violations.add(Violation.badValue(field, "{dev.usher.too-long}"));
        } else if (value.indexOf('\0') >= 0) {
            violations.add(Violation.badValue(field, "{dev.usher.nul}"));
        }
    }

    @Override
    public String toString() {
        return "LoginForm[username=" + username + ", password=redacted]";
    }
}
