package dev.usher.cli;

import dev.usher.schema.IdType;

/** What {@code --id-type} may be. */
enum IdKind {
    UUID,
    LONG,
    STRING;

    IdType<?> type() {
        return switch (this) {
            case UUID -> IdType.UUID;
            case LONG -> IdType.LONG;
            case STRING -> IdType.STRING;
        };
    }
}
