package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Use cases of Usher's inside the application's own transactions, and Usher's own transactions. */
interface TransactionRows extends Rows {

    private Answer invite(String team, List<String> addresses) {
        return api().send("POST", "teams/" + team, token("arthur"), "text/plain", String.join("\n", addresses));
    }

    @Test
    default void transaction_ofTheApplicationTakesUshersUseCasesAlong() {
        List<String> invited = List.of(Rows.address("lancelot"), Rows.address("guinevere"));
        invite("t" + invited.hashCode(), invited).is(204);
        for (String address : invited) {
            assertThat(api().mails(address)).contains("registered ");
            String token = api().mailed("reset", address);
            api().postJson("auth/reset-password", Api.json("token", token, "password", PASSWORD))
                    .is(200);
            String session = api().login(address, PASSWORD).is(200).text("access_token");
            assertThat(api().get("users/me", session).text("team")).isEqualTo("t" + invited.hashCode());
        }
    }

    @Test
    default void transaction_ofTheApplicationUndoesUshersUseCases() {
        List<String> invited = List.of(
                Rows.address("agravain"), Rows.address("gaheris"), Rows.address("mador"), Rows.address("meliagant"));
        invite("t" + invited.hashCode(), invited).is(409);
        invited.forEach(address -> api().register(address, PASSWORD, "free").is(201));
        assertThat(invited).as("told of the second time only").allSatisfy(address -> assertThat(api().mails(address))
                .containsExactly("registered "));
    }

    @Test
    default void transaction_ofTheApplicationIsUndoneWhereUsherRefuses() {
        String taken = registered("pelleas");
        String first = Rows.address("ettard");
        invite("t" + first.hashCode(), List.of(first, taken)).refuses(400, "REGISTER_USER_ALREADY_EXISTS");
        api().register(first, PASSWORD, "free").is(201);
    }

    /** The testkit's contract, run inside the server on the transactions that it gives. */
    @Test
    default void transaction_keepsTheContract() {
        assertThat(api().proof("contract").is(200).body()).startsWith("failed 0 of ");
    }
}
