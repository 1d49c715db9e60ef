package dev.usher.roundtable;

import dev.usher.rest.AdminUpdate;
import dev.usher.rest.DeleteAccountResource;
import dev.usher.rest.LoginResource;
import dev.usher.rest.OAuthAssociateResource;
import dev.usher.rest.OAuthResource;
import dev.usher.rest.RegisterResource;
import dev.usher.rest.UserCreate;
import dev.usher.rest.UserListResource;
import dev.usher.rest.UserRead;
import dev.usher.rest.UserUpdate;
import dev.usher.rest.UsersResource;
import dev.usher.rest.json.NotNullIfSent;
import dev.usher.rest.wiring.UsherFeature;
import dev.usher.testkit.Knight;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.jspecify.annotations.Nullable;

/** The application: what it names, and what it gives to Usher. */
public class RoundTable extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                UsherFeature.class,
                Login.class,
                Register.class,
                Users.class,
                Roll.class,
                Leave.class,
                Portal.class,
                Bond.class,
                Postern.class,
                Halls.class,
                Towers.class,
                Crypts.class,
                Quagmire.class,
                Vaults.class,
                RolesAllowedDynamicFeature.class);
    }

    @Path("auth")
    public static class Login extends LoginResource<Knight> {
        @Override
        protected Response loggedIn(Knight knight, Response response) {
            return Response.fromResponse(response)
                    .header("X-Welcome", knight.email().value())
                    .build();
        }
    }

    @Path("auth")
    public static class Register extends RegisterResource<Knight, UserCreate<Knight>, KnightRead> {}

    /** Overrides an endpoint without repeating its annotations: it must stay guarded. */
    @Path("users")
    public static class Users extends UsersResource<Knight, KnightUpdate, KnightAdminUpdate, KnightRead> {
        @Override
        public Response me() {
            return super.me();
        }

        @Override
        public Response delete(String id) {
            return super.delete(id);
        }

        /** Below Usher's path, but the application's own: takes pictures and gives pictures. */
        @PUT
        @Path("portrait")
        @Consumes("image/png")
        @Produces("image/png")
        public byte[] portrait(byte[] picture) {
            return picture;
        }
    }

    @Path("users")
    public static class Roll extends UserListResource<Knight, KnightRead> {}

    @Path("users")
    public static class Leave extends DeleteAccountResource<Knight> {}

    @Path("auth")
    public static class Portal extends OAuthResource<Knight> {
        @Override
        protected String backend() {
            return "cookie";
        }
    }

    /** Behind a proxy that takes something off the path, and for bearers. */
    @Path("postern")
    public static class Postern extends OAuthResource<Knight> {
        @Override
        protected String backend() {
            return "jwt";
        }

        @Override
        protected URI redirectUri(String provider, URI callback) {
            return URI.create("https://camelot.bt/app/postern/" + provider + "/callback");
        }
    }

    @Path("auth/associate")
    public static class Bond extends OAuthAssociateResource<Knight, KnightRead> {}

    /** What a knight may change about himself. */
    public static class KnightUpdate extends UserUpdate<Knight> {
        @Size(max = 20, message = "{shield.size}") public @Nullable String shield;

        @Override
        public void applyTo(Knight knight) {
            if (sent("shield")) {
                knight.shield = shield == null ? "" : shield;
            }
        }
    }

    /** What only a superuser may change: the favour of the court, which is painted on the shield. */
    public static class KnightAdminUpdate extends AdminUpdate<Knight> {
        @NotNullIfSent
        public @Nullable Boolean favoured;

        @Override
        public void applyTo(Knight knight) {
            if (sent("favoured")) {
                knight.shield += Boolean.TRUE.equals(favoured) ? " (favoured)" : " (in disgrace)";
            }
        }
    }

    /** What a client sees of a knight. */
    public static class KnightRead extends UserRead<Knight> {
        public String shield = "";

        @Override
        public void readFrom(Knight knight) {
            super.readFrom(knight);
            shield = knight.shield;
        }
    }
}
