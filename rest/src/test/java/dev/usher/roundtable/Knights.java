package dev.usher.roundtable;

import dev.usher.UserManager;
import dev.usher.testkit.Knight;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The manager, as short as it can be. */
@ApplicationScoped
public class Knights extends UserManager<Knight, UUID> {}
