package dev.usher.rest.openapi;

import dev.usher.BaseUser;
import dev.usher.rest.AdminUpdate;
import dev.usher.rest.Authenticated;
import dev.usher.rest.LoginResource;
import dev.usher.rest.OAuthResource;
import dev.usher.rest.RegisterResource;
import dev.usher.rest.UserCreate;
import dev.usher.rest.UserListResource;
import dev.usher.rest.UserRead;
import dev.usher.rest.UserUpdate;
import dev.usher.rest.UsersResource;
import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbTransient;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** An application with numbers for ids and fields of all kinds, some of whose endpoints are mounted twice. */
@ApplicationPath("api")
@SuppressWarnings("NullAway.Init") // only described, never filled
class Harbour extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(Login.class, Register.class, Users.class, Staff.class, Crew.class, Piers.class);
    }

    /** The same, where sailors sign in at a provider, too. */
    static class Port extends Harbour {

        @Override
        public Set<Class<?>> getClasses() {
            Set<Class<?>> classes = new HashSet<>(super.getClasses());
            classes.add(Ferry.class);
            return classes;
        }
    }

    static class Sailor extends BaseUser<Long> {}

    enum Rank {
        MATE,
        CAPTAIN
    }

    static class Berth {
        public int deck;
        public @Nullable String hammock;
        public @Nullable Berth below;
    }

    public static class SailorCreate extends UserCreate<Sailor> {
        @NotBlank @Size(max = 30) public String shipName;

        @NotNull public Rank rank;

        @Min(1) @Max(99) public @Nullable Integer cabin;

        @Size(min = 1, max = 3) public @Nullable List<String> languages;

        @Pattern(regexp = "[A-Z]{3}") @JsonbProperty("homePort")
        public @Nullable String port;

        public @Nullable LocalDate hired;
    }

    public static class SailorRead extends UserRead<Sailor> {
        public Berth berth;
        public Map<String, Long> voyages;
        public @Nullable Rank rank;

        @JsonbTransient
        public String debts;

        public String getFullName() {
            return "";
        }
    }

    public static class SailorUpdate extends UserUpdate<Sailor> {}

    @Path("auth")
    public static class Login extends LoginResource<Sailor> {}

    @Path("auth")
    public static class Register extends RegisterResource<Sailor, SailorCreate, SailorRead> {}

    @Path("auth")
    public static class Ferry extends OAuthResource<Sailor> {
        @Override
        protected String backend() {
            return "cookie";
        }
    }

    @Path("users")
    public static class Users extends UsersResource<Sailor, SailorUpdate, AdminUpdate<Sailor>, SailorRead> {}

    @Path("staff")
    public static class Staff extends UsersResource<Sailor, SailorUpdate, AdminUpdate<Sailor>, UserRead<Sailor>> {}

    @Path("users")
    public static class Crew extends UserListResource<Sailor, SailorRead> {}

    /** The application's own. */
    @Path("piers/{number: [0-9]+}")
    public static class Piers {

        @GET
        public String anybody() {
            return "";
        }

        @POST
        @Authenticated(superuser = true)
        @APIResponse(responseCode = "403", description = "Only the harbour master")
        public String master() {
            return "";
        }

        @GET
        @Path("tides")
        @Authenticated(optional = true)
        public String tides() {
            return "";
        }
    }
}
