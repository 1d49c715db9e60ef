package dev.usher.rest;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a superuser sees of a page of users. */
@JsonbPropertyOrder({"users", "next", "total"})
public final class UserListRead {

    /** In the order that was asked for. */
    public final List<? extends UserRead<?>> users;

    /** What to ask for as {@code after} to go on; null on the last page. */
    public final @Nullable String next;

    /** How many users pass the filter; null unless it was asked for. */
    public final @Nullable Long total;

    UserListRead(List<? extends UserRead<?>> users, @Nullable String next, @Nullable Long total) {
        this.users = users;
        this.next = next;
        this.total = total;
    }
}
