package dev.usher.castle;

import dev.usher.rest.wiring.UsherFeature;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The application as Jakarta REST sees it: its endpoints, by name. */
@ApplicationPath("api")
public class Castle extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                UsherFeature.class,
                Failures.class,
                Endpoints.Login.class,
                Endpoints.Register.class,
                Endpoints.Verify.class,
                Endpoints.ResetPassword.class,
                Endpoints.Users.class,
                Endpoints.UserList.class,
                Endpoints.DeleteAccount.class,
                Hall.class,
                Treasury.class,
                TeamsResource.class);
    }
}
