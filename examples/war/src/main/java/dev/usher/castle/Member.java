package dev.usher.castle;

import dev.usher.jpa.UuidUserEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/** This application's user: what every user has, a first name, and perhaps a team. */
@Entity
@Table(name = "users")
public class Member extends UuidUserEntity {

    @Column(name = "first_name", length = 100)
    private @Nullable String firstName;

    @Column(name = "team", length = 100)
    private @Nullable String team;

    public @Nullable String firstName() {
        return firstName;
    }

    public void firstName(@Nullable String firstName) {
        this.firstName = firstName;
    }

    public @Nullable String team() {
        return team;
    }

    public void team(@Nullable String team) {
        this.team = team;
    }
}
