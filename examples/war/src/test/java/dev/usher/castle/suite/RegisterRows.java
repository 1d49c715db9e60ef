package dev.usher.castle.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** {@code POST /auth/register}. */
interface RegisterRows extends Rows {

    @Test
    default void register_answersWithTheViewInTheContractsOrder() {
        String address = Rows.address("arthur");
        Answer answer = api().register(address, PASSWORD, "Arthur").is(201);
        assertThat(answer.body())
                .isEqualTo("{\"id\":\"" + answer.text("id") + "\",\"email\":\"" + address
                        + "\",\"is_active\":true,\"is_superuser\":false,\"is_verified\":false,"
                        + "\"first_name\":\"Arthur\",\"team\":null}");
        assertThat(answer.header("Content-Type")).startsWith("application/json");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    default void register_refusesAnAddressThatIsTaken() {
        String address = registered("bors");
        api().register(address.replace("bors", "BORS"), PASSWORD, "Bors").refuses(400, "REGISTER_USER_ALREADY_EXISTS");
        api().login(address, PASSWORD).is(200);
    }

    @Test
    default void register_refusesAShortPassword() {
        api().register(Rows.address("kay"), "short", "Kay")
                .is(
                        400,
                        "{\"detail\":{\"code\":\"REGISTER_INVALID_PASSWORD\","
                                + "\"reason\":\"Password should be at least 8 characters\"}}");
    }

    @Test
    default void register_answersInvalidFieldsInTheContractsShape() {
        api().postJson("auth/register", "{\"email\":\"no address\",\"first_name\":1}")
                .is(
                        422,
                        "{\"detail\":["
                                + "{\"type\":\"value_error\",\"loc\":[\"body\",\"email\"],"
                                + "\"msg\":\"value is not a valid email address\"},"
                                + "{\"type\":\"missing\",\"loc\":[\"body\",\"password\"],\"msg\":\"Field required\"},"
                                + "{\"type\":\"string_type\",\"loc\":[\"body\",\"first_name\"],"
                                + "\"msg\":\"Input should be a valid string\"}]}");
    }

    @Test
    default void register_answersTooLongAFieldInTheContractsShape() {
        api().register(Rows.address("lamorak"), PASSWORD, "L".repeat(101))
                .is(
                        422,
                        "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"first_name\"],"
                                + "\"msg\":\"size must be between 0 and 100\"}]}");
    }

    @Test
    default void register_answersBadJsonInTheContractsShape() {
        api().postJson("auth/register", "{\"email\":")
                .is(
                        422,
                        "{\"detail\":[{\"type\":\"json_invalid\",\"loc\":[\"body\"],"
                                + "\"msg\":\"JSON decode error: Not well-formed\"}]}");
        api().postJson("auth/register", "")
                .is(422, "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\"],\"msg\":\"Field required\"}]}");
        api().post("auth/register", "text/plain", "{}")
                .is(
                        422,
                        "{\"detail\":[{\"type\":\"model_attributes_type\",\"loc\":[\"body\"],"
                                + "\"msg\":\"Input should be a valid dictionary or object to extract fields from\"}]}");
    }

    @Test
    default void register_refusesTooLargeABody() {
        api().postJson("auth/register", "{\"email\":\"" + "a".repeat(64 * 1024) + "\"}")
                .refuses(413, "Content Too Large");
    }
}
