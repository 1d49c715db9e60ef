package dev.usher.castle.suite;

import org.junit.jupiter.api.Test;

/** {@code @RolesAllowed} on an endpoint of the application's, which the runtime reads and not Usher. */
interface RoleRows extends Rows {

    @Test
    default void role_isAskedOfWhoIsKnown() {
        api().get("treasury", "").is(401);
        api().get("treasury", "no.such.token").is(401);
    }

    @Test
    default void role_isRefusedToWhoHasItNot() {
        api().get("treasury", token("breunor")).is(403);
    }

    @Test
    default void role_ofASuperuserOpensWhatItIsFor() {
        String address = registered("bedivere");
        Postgres.crown(address);
        String token = api().login(address, PASSWORD).is(200).text("access_token");
        api().get("treasury", token).is(200, "1000 crowns");
    }
}
