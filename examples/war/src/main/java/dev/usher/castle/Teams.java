package dev.usher.castle;

import dev.usher.Email;
import dev.usher.jpa.EntityManagers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import java.util.UUID;

/** Teams of members. The use cases of Usher's that are called here take part in this class's transactions. */
@ApplicationScoped
public class Teams {

    private static final int MOST = 3;

    private final Members members;
    private final EntityManagers entityManagers;

    /** For CDI, which makes a proxy that needs no more. */
    @SuppressWarnings("NullAway")
    protected Teams() {
        this(null, null);
    }

    @Inject
    Teams(Members members, EntityManagers entityManagers) {
        this.members = members;
        this.entityManagers = entityManagers;
    }

    /** Makes an account for each address and mails a link to set its password: all of them, or none. */
    @Transactional
    public void invite(String team, List<Email> addresses) {
        for (Email address : addresses) {
            members.register(address, UUID.randomUUID().toString(), member -> member.team(team));
            members.forgotPassword(address);
        }
        if (size(team) > MOST) {
            throw new ClientErrorException("a team has at most " + MOST + " members", Status.CONFLICT);
        }
    }

    private long size(String team) {
        return entityManagers.withEntityManager(
                manager -> manager.createQuery("SELECT COUNT(m) FROM Member m WHERE m.team = :team", Long.class)
                        .setParameter("team", team)
                        .getSingleResult());
    }
}
