package dev.usher.redis;

import dev.usher.BaseUser;

/** A user with whatever id. */
final class Knight<ID> extends BaseUser<ID> {}
