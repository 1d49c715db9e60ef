package dev.usher.castle.proof;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** A second application in the WAR, which Usher is no part of. */
@ApplicationPath("proof")
public class Proof extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(MailsResource.class, ContractResource.class);
    }
}
