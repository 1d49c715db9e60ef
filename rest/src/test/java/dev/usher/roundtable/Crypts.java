package dev.usher.roundtable;

import dev.usher.rest.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Reached through locators, in front of which there is no guard: what they lead to is guarded by itself. */
@Path("crypts")
public class Crypts {

    @Path("tomb")
    public Tomb tomb() {
        return new Tomb();
    }

    /** Does not say what it leads to. */
    @Path("niche")
    public Object niche() {
        return new Niche();
    }

    @Path("abyss")
    public Object abyss() {
        return new Abyss();
    }

    /** Guarded as a class. */
    @Authenticated(superuser = true)
    public static class Tomb {
        @GET
        public String bones() {
            return "bones";
        }
    }

    /** Guarded at one method. */
    public static class Niche {
        @GET
        @Path("candle")
        public String candle() {
            return "candle";
        }

        @GET
        @Path("relic")
        @Authenticated(superuser = true)
        public String relic() {
            return "relic";
        }
    }

    /** A mistake that cannot be seen before somebody falls into it. */
    @Authenticated(superuser = true)
    public static class Abyss {
        @Path("bottom")
        public Bottom bottom() {
            return new Bottom();
        }
    }

    /** Guarded by nothing. */
    public static class Bottom {
        @GET
        public String dragon() {
            return "dragon";
        }
    }
}
