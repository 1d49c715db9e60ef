package dev.usher.quickstart;

import dev.usher.rest.wiring.UsherFeature;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.info.Info;

/** The application as Jakarta REST sees it: its endpoints, by name. */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Usher quickstart",
                        version = "1",
                        description = "A user service: register, sign in, verify, reset."))
public class Quickstart extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        Set<Class<?>> classes = new HashSet<>(always());
        if (OpenId.isConfigured()) {
            classes.addAll(Set.of(Endpoints.SignIn.class, Endpoints.Associate.class));
        }
        return classes;
    }

    private static Set<Class<?>> always() {
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
                OpenApiDocument.class,
                Docs.class,
                Page.class);
    }
}
