package dev.usher.castle;

import dev.usher.rest.UserUpdate;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a member may change about herself. */
public class MemberUpdate extends UserUpdate<Member> {

    @Size(max = 100) public @Nullable String firstName;

    @Override
    public void applyTo(Member member) {
        if (sent("firstName")) {
            member.firstName(firstName);
        }
    }
}
