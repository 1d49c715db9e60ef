package dev.usher.rest.openapi;

import dev.usher.rest.Endpoint;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.servers.Server;

/** The operations of a document, found by their endpoints. */
final class Operations {

    static final String LOGIN = "/{backend}/login";

    private final Map<String, PathItem> paths;
    private final List<Server> servers;
    private final String prefix;
    private final String contextRoot;

    Operations(OpenAPI document, Application application, String contextRoot) {
        Map<String, PathItem> found =
                document.getPaths() == null ? null : document.getPaths().getPathItems();
        this.paths = found == null ? Map.of() : found;
        this.servers = document.getServers() == null ? List.of() : document.getServers();
        this.prefix = applicationPath(application.getClass());
        this.contextRoot = contextRoot;
    }

    private static String applicationPath(Class<?> application) {
        for (Class<?> each = application; each != null; each = each.getSuperclass()) {
            ApplicationPath path = each.getAnnotation(ApplicationPath.class);
            if (path != null) {
                String trimmed = path.value().replaceAll("^/+|/[*]?$", "");
                return trimmed.isEmpty() ? "" : "/" + trimmed;
            }
        }
        return "";
    }

    /** Scanners write the application's own path before the others, or leave it to the servers of the document. */
    Optional<Operation> find(Endpoint endpoint) {
        return Stream.of(prefix + endpoint.path(), endpoint.path())
                .flatMap(path -> Stream.ofNullable(paths.get(path)))
                .flatMap(item ->
                        Stream.ofNullable(item.getOperations().get(PathItem.HttpMethod.valueOf(endpoint.verb()))))
                .findFirst();
    }

    /** Where users sign in, for clients that do not know of servers. */
    Optional<String> loginPath() {
        return paths.keySet().stream()
                .filter(path -> path.endsWith(LOGIN))
                .sorted()
                .findFirst()
                .map(path -> root() + path);
    }

    private String root() {
        return servers.stream()
                .findFirst()
                .map(Server::getUrl)
                .filter(url -> !url.contains("{"))
                .map(url -> Optional.ofNullable(URI.create(url).getPath()).orElse(""))
                .map(path -> path.endsWith("/") ? path.substring(0, path.length() - 1) : path)
                .orElse(contextRoot);
    }

    /** Where a resource is mounted twice, the second has its ids with a 2. */
    void makeIdsUnique() {
        Map<String, Integer> seen = new HashMap<>();
        paths.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(path -> path.getValue().getOperations().values().stream())
                .filter(operation -> operation.getOperationId() != null)
                .forEach(operation -> {
                    int count = seen.merge(operation.getOperationId(), 1, Integer::sum);
                    if (count > 1) {
                        operation.setOperationId(operation.getOperationId() + count);
                    }
                });
    }
}
