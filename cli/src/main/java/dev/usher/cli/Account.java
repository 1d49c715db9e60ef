package dev.usher.cli;

import dev.usher.BaseUser;

/** A user as the command line knows her: what every user has, so that columns of the application's are left alone. */
final class Account<ID> extends BaseUser<ID> {}
