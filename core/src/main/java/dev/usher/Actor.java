package dev.usher;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The superuser on whose behalf a user is edited or deleted. What she may was found out when her request came; it is judged
 * anew in the very transaction that writes, with the rows of all active superusers locked, so that who was demoted,
 * deactivated or deleted meanwhile changes nothing any more.
 *
 * @param judge is given her as she is stored then, null if she is gone; refuses by throwing
 */
public record Actor<U extends User<ID>, ID>(ID id, Consumer<@Nullable U> judge) {}
