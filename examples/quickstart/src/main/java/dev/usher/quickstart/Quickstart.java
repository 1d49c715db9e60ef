package dev.usher.quickstart;

import dev.usher.rest.wiring.UsherFeature;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application as Jakarta REST sees it: its endpoints, by name. */
public class Quickstart extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                UsherFeature.class,
                Endpoints.Login.class,
                Endpoints.Register.class,
                Endpoints.Verify.class,
                Endpoints.ResetPassword.class,
                Endpoints.Keys.class,
                Endpoints.Users.class,
                Endpoints.UserList.class,
                Endpoints.DeleteAccount.class,
                DevMailboxResource.class,
                Page.class);
    }
}
