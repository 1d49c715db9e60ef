package dev.usher.quickstart;

import dev.usher.rest.AdminUpdate;
import dev.usher.rest.DeleteAccountResource;
import dev.usher.rest.JwksResource;
import dev.usher.rest.LoginResource;
import dev.usher.rest.OAuthAssociateResource;
import dev.usher.rest.OAuthResource;
import dev.usher.rest.RegisterResource;
import dev.usher.rest.ResetPasswordResource;
import dev.usher.rest.UserListResource;
import dev.usher.rest.UsersResource;
import dev.usher.rest.VerifyResource;
import jakarta.ws.rs.Path;

/** The endpoints of Usher that this application offers, one line each. */
public final class Endpoints {

    private Endpoints() {}

    @Path("auth")
    public static class Login extends LoginResource<Member> {}

    @Path("auth")
    public static class Register extends RegisterResource<Member, MemberCreate, MemberRead> {}

    @Path("auth")
    public static class Verify extends VerifyResource<Member, MemberRead> {}

    @Path("auth")
    public static class ResetPassword extends ResetPasswordResource<Member> {}

    @Path("auth")
    public static class Keys extends JwksResource {}

    @Path("auth")
    public static class SignIn extends OAuthResource<Member> {
        @Override
        protected String backend() {
            return "cookie";
        }
    }

    @Path("auth/associate")
    public static class Associate extends OAuthAssociateResource<Member, MemberRead> {}

    @Path("users")
    public static class Users extends UsersResource<Member, MemberUpdate, AdminUpdate<Member>, MemberRead> {}

    @Path("users")
    public static class UserList extends UserListResource<Member, MemberRead> {}

    @Path("users")
    public static class DeleteAccount extends DeleteAccountResource<Member> {}
}
