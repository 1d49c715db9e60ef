package dev.usher.rest.openapi;

import dev.usher.rest.AuthenticationBackend;
import dev.usher.rest.AuthenticationBackends;
import dev.usher.rest.Endpoint;
import dev.usher.rest.Transport;
import jakarta.ws.rs.core.Application;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;

/**
 * Completes an application's OpenAPI document: the bodies of Usher's endpoints with the application's own fields, every
 * error with an example, who may call, and how to sign in. The application's own resources that are guarded by
 * {@link dev.usher.rest.Authenticated} get their guards documented too.
 *
 * <p>An application extends it with a public constructor without parameters and names that class in
 * {@code mp.openapi.filter}. What it reads is what filters and binding go by, so that the two cannot differ. It adds only
 * what the document does not say yet.
 */
public abstract class UsherOpenApi implements OASFilter {

    private final Application application;
    private final Supplier<Map<String, Transport>> signingIn;

    /**
     * Describes an application whose document is made when CDI is there.
     *
     * @param backends its ways to sign in; asked for when the document is made
     */
    protected UsherOpenApi(Application application, Supplier<AuthenticationBackends> backends) {
        this.application = application;
        this.signingIn = () -> transports(backends.get());
    }

    /**
     * Describes an application whose document is made when neither its beans nor its settings are there, as some servers
     * do while they deploy it.
     *
     * @param backends the transport of each of its ways to sign in, by name
     */
    protected UsherOpenApi(Application application, Map<String, Transport> backends) {
        Map<String, Transport> sorted = new TreeMap<>(backends);
        this.application = application;
        this.signingIn = () -> sorted;
    }

    private static Map<String, Transport> transports(AuthenticationBackends backends) {
        Map<String, Transport> transports = new LinkedHashMap<>();
        for (AuthenticationBackend backend : backends.list()) {
            transports.put(backend.name(), backend.transport());
        }
        return transports;
    }

    /** The resource classes of the application; to be overridden where {@link Application#getClasses} does not name them. */
    protected Set<Class<?>> resources() {
        return application.getClasses();
    }

    /**
     * Where the application is deployed, e.g. {@code /castle}; to be overridden on servers that add it only to the
     * finished document, as WildFly and Open Liberty do. It leads clients to the login form, where the document names no
     * servers yet.
     */
    protected String contextRoot() {
        return "";
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        Components components = document.getComponents();
        Operations operations = new Operations(document, application, contextRoot());
        Shared shared = new Shared(components);
        SignIn signIn = new SignIn(signingIn.get());
        Completion completion = new Completion(shared, signIn);
        resources().stream()
                .sorted(Comparator.comparing(Class::getName))
                .flatMap(resource -> Endpoint.of(resource).stream())
                .filter(endpoint ->
                        endpoint.find(Operation.class).filter(Operation::hidden).isEmpty())
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::verb))
                .forEach(endpoint ->
                        operations.find(endpoint).ifPresent(operation -> completion.complete(endpoint, operation)));
        operations.loginPath().ifPresent(path -> signIn.addSchemes(components, path));
        operations.makeIdsUnique();
    }
}
