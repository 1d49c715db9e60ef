package dev.usher.castle;

import dev.usher.rest.UserCreate;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a new member sends. */
public class MemberCreate extends UserCreate<Member> {

    @Size(max = 100) public @Nullable String firstName;

    @Override
    public void applyTo(Member member) {
        super.applyTo(member);
        member.firstName(firstName);
    }
}
