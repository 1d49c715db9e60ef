package dev.usher.castle;

import dev.usher.rest.UserRead;
import org.jspecify.annotations.Nullable;

/** What a client sees of a member. */
public class MemberRead extends UserRead<Member> {

    public @Nullable String firstName;

    public @Nullable String team;

    @Override
    public void readFrom(Member member) {
        super.readFrom(member);
        firstName = member.firstName();
        team = member.team();
    }
}
