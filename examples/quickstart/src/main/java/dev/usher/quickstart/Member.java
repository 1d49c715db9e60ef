package dev.usher.quickstart;

import dev.usher.jpa.UuidUserEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** This application's user: what every user has, and a first name. */
@Entity
@Table(name = "users")
public class Member extends UuidUserEntity {

    @Column(name = "first_name", length = 100)
    private @Nullable String firstName;

    public @Nullable String firstName() {
        return firstName;
    }

    public void firstName(@Nullable String firstName) {
        this.firstName = firstName;
    }
}
