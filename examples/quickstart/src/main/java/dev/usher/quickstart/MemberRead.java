package dev.usher.quickstart;

import dev.usher.rest.UserRead;
import org.jspecify.annotations.Nullable;

/** What a client sees of a member. */
public class MemberRead extends UserRead<Member> {

    public @Nullable String firstName;

    @Override
    public void readFrom(Member member) {
        super.readFrom(member);
        firstName = member.firstName();
    }
}
