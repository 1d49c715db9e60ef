package dev.usher.testkit;

import dev.usher.BaseUser;

/** A user with a numeric id. */
final class Page extends BaseUser<Long> {}
