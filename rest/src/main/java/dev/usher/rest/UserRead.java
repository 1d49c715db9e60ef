package dev.usher.rest;

import dev.usher.User;
import jakarta.json.bind.annotation.JsonbPropertyOrder;

/**
 * What a client sees of a user. An application adds its own public fields and fills them in {@link #readFrom}.
 *
 * <p>The password hash has no field here and never will.
 *
 * @param <U> the application's user type
 */
@JsonbPropertyOrder({"id", "email", "isActive", "isSuperuser", "isVerified"})
@SuppressWarnings("NullAway.Init") // filled by readFrom before it is written
public class UserRead<U extends User<?>> {

    /** The primary key: a JSON number for {@link Long} ids, else text. */
    public Object id;

    @EmailAddress
    public String email;

    public boolean isActive;

    public boolean isSuperuser;

    public boolean isVerified;

    /** Takes over what is shown of a user; overriding methods call {@code super} first. */
    public void readFrom(U user) {
        id = user.id();
        email = user.email().value();
        isActive = user.active();
        isSuperuser = user.superuser();
        isVerified = user.verified();
    }
}
