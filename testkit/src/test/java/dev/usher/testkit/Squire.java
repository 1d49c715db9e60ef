package dev.usher.testkit;

import dev.usher.BaseUser;

/** A user whose id is a text that the application assigns. */
final class Squire extends BaseUser<String> {}
