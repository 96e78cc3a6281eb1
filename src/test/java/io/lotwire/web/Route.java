package io.lotwire.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A way to ask for something over HTTP, as the classes of the pages have it.
 *
 * @param verb {@code GET} or {@code POST}
 * @param path with its variables in braces
 * @param roles the words of which one must be had; none: everybody may
 */
public record Route(String verb, String path, Set<String> roles) {
    public Route {
        roles = Set.copyOf(roles);
    }

    /** All, by path. */
    public static List<Route> all() {
        List<Route> routes = new ArrayList<>();
        new ClassFileImporter()
                .importPath(java.nio.file.Path.of("target/classes/io/lotwire/web")).stream()
                        .map(JavaClass::reflect)
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .forEach(type ->
                                Arrays.stream(type.getDeclaredMethods()).forEach(method -> add(type, method, routes)));
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::verb));
        return routes;
    }

    private static void add(Class<?> type, Method method, List<Route> routes) {
        boolean get = method.isAnnotationPresent(GET.class);
        if (!get && !method.isAnnotationPresent(POST.class)) {
            return;
        }
        Path below = method.getAnnotation(Path.class);
        String path = ("/" + type.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value()))
                .replaceAll("/+", "/");
        RolesAllowed roles = method.getAnnotation(RolesAllowed.class);
        routes.add(new Route(
                get ? "GET" : "POST",
                path.length() > 1 ? path.replaceAll("/$", "") : path,
                roles == null ? Set.of() : new TreeSet<>(Arrays.asList(roles.value()))));
    }

    /** Whether somebody who has these words may. */
    public boolean isOpenTo(Set<String> words) {
        return roles.isEmpty() || roles.stream().anyMatch(words::contains);
    }
}
