package dev.usher.rest;

import jakarta.validation.constraints.NotNull;

/** An address that mail is asked for. */
@SuppressWarnings("NullAway.Init") // filled by JSON-B, and validated before anybody reads it
public class AddressBody {

    @NotNull @EmailAddress
    public String email;
}
