package dev.usher.castle;

import dev.usher.UserManager;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Every use case of a member; the place to override the password policy. */
@ApplicationScoped
public class Members extends UserManager<Member, UUID> {}
