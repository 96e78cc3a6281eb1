package io.lotwire.gateway;

import jakarta.inject.Named;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Handler;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads a folder of routes as a linter does: what Camel would find at its start, or only when a message comes by. */
final class RoutesLint {
    private static final Path CLASSES = Path.of("target/classes");
    private static final List<Path> STEPS =
            List.of(CLASSES.resolve("io/lotwire/gateway"), CLASSES.resolve("io/lotwire/wire"));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\??([^}:]+)}}");
    private static final Set<String> SENDERS = Set.of("to", "toD", "wireTap");
    private static final String DIRECT = "direct:";
    private static final String CLASS = "#class:";
    private static final String STEPS_ARE = "beans are classes of io.lotwire.gateway and io.lotwire.wire with @Named.";

    private final Map<String, Class<?>> beans = beans();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Set<String> consumed = new LinkedHashSet<>();
    private final List<String> faults = new ArrayList<>();

    /** One entry of a file: a route, a template or a configuration. */
    private record Block(String file, String kind, String id, Map<?, ?> content) {
        String place() {
            return file + ": " + kind + " " + id + ": ";
        }

        boolean isTemplate() {
            return kind.equals("routeTemplate");
        }

        /** The parameters of a template, and whether they can be left out. */
        Map<String, Boolean> parameters() {
            Map<String, Boolean> parameters = new TreeMap<>();
            if (content.get("parameters") instanceof List<?> declared) {
                for (Object each : declared) {
                    Map<?, ?> parameter = (Map<?, ?>) each;
                    boolean optional =
                            parameter.get("defaultValue") != null || Boolean.FALSE.equals(parameter.get("required"));
                    parameters.put(parameter.get("name").toString(), optional);
                }
            }
            return parameters;
        }
    }

    private RoutesLint() {}

    /** Reads the files of a folder whose names end in {@code .camel.yaml}. */
    static RoutesLint of(Path folder) throws IOException {
        RoutesLint lint = new RoutesLint();
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(file -> file.toString().endsWith(".camel.yaml"))
                    .sorted()
                    .toList()) {
                lint.read(file);
            }
        }
        lint.blocks.values().forEach(lint::check);
        return lint;
    }

    /** What is wrong, a line each: file, route, sentence. */
    List<String> faults() {
        return faults;
    }

    /** The URIs that routes start from. */
    Set<String> consumed() {
        return consumed;
    }

    /** The ids of the templates, each with the parameters that must be filled. */
    Map<String, Set<String>> templates() {
        return blocks.values().stream()
                .filter(Block::isTemplate)
                .collect(Collectors.toMap(Block::id, block -> block.parameters().entrySet().stream()
                        .filter(parameter -> !parameter.getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet())));
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        try (Reader text = Files.newBufferedReader(file)) {
            for (Object entry : (List<?>) new Yaml(new SafeConstructor(new LoaderOptions())).load(text)) {
                Map.Entry<?, ?> only = ((Map<?, ?>) entry).entrySet().iterator().next();
                read(name, only.getKey().toString(), (Map<?, ?>) only.getValue());
            }
        }
    }

    private void read(String file, String kind, Map<?, ?> content) {
        Object id = content.get("id");
        if (id == null) {
            faults.add(file + ": " + kind + " without an id: give it one, logs and metrics name it.");
            return;
        }
        Block block = new Block(file, kind, id.toString(), content);
        String first = files.putIfAbsent(block.id, file);
        if (first != null) {
            faults.add(block.place() + "the id is taken, in " + first + ": choose another.");
            return;
        }
        blocks.put(block.id, block);
        walk(content, (key, value) -> {
            if (key.equals("from")) {
                consumed.add(uri(value));
            }
        });
    }

    private void check(Block block) {
        boolean route = !block.kind.equals("routeConfiguration");
        if (route && block.content.get("description") == null) {
            faults.add(block.place() + "no description: say in a sentence what it does.");
        }
        walk(block.content, (key, value) -> {
            if (key.equals("bean")) {
                checkBean(block, (Map<?, ?>) value);
            } else if (SENDERS.contains(key)) {
                checkTarget(block, uri(value));
            } else if (key.equals("routeConfigurationId")) {
                checkConfiguration(block, value.toString());
            } else if (value instanceof String text && text.startsWith(CLASS)) {
                checkClass(block, key, text);
            } else if (value instanceof String text && text.startsWith("#") && !beans.containsKey(text.substring(1))) {
                faults.add(block.place() + key + " is " + text + ", but there is no such bean: " + STEPS_ARE);
            }
        });
        if (block.isTemplate()) {
            checkParameters(block);
        }
    }

    /** {@code #class:NAME(ARGUMENTS)} makes an object of a class. */
    private void checkClass(Block block, String key, String text) {
        int arguments = text.indexOf('(');
        String name = text.substring(CLASS.length(), arguments < 0 ? text.length() : arguments);
        try {
            Class.forName(name);
        } catch (ClassNotFoundException e) {
            faults.add(block.place() + key + " is " + text + ", but there is no such class.");
        }
    }

    /** The method that is called, without the arguments that are given to it. */
    private static String named(Object method) {
        String text = String.valueOf(method);
        int arguments = text.indexOf('(');
        return arguments < 0 ? text : text.substring(0, arguments);
    }

    private void checkBean(Block block, Map<?, ?> step) {
        String name = String.valueOf(step.get("ref"));
        Class<?> bean = beans.get(name);
        if (bean == null) {
            faults.add(block.place() + "there is no bean '" + name + "': " + STEPS_ARE);
            return;
        }
        Object method = step.get("method");
        if (method == null) {
            if (methods(bean).noneMatch(each -> each.isAnnotationPresent(Handler.class))) {
                faults.add(block.place() + "bean '" + name + "' has no @Handler: name one of its methods.");
            }
        } else if (methods(bean).noneMatch(each -> each.getName().equals(named(method)))) {
            faults.add(block.place() + "bean '" + name + "' has no public method '" + method + "'.");
        }
    }

    private void checkTarget(Block block, String uri) {
        if (uri.startsWith(DIRECT) && !consumed.contains(uri)) {
            faults.add(block.place() + "no route starts from " + uri + ": messages sent there would fail.");
        }
    }

    private void checkConfiguration(Block block, String id) {
        Block configuration = blocks.get(id);
        if (configuration == null || !configuration.kind.equals("routeConfiguration")) {
            faults.add(block.place() + "there is no routeConfiguration '" + id + "'.");
        }
    }

    private void checkParameters(Block block) {
        Set<String> declared = block.parameters().keySet();
        Set<String> used = new LinkedHashSet<>();
        Matcher placeholder = PLACEHOLDER.matcher(block.content.toString());
        while (placeholder.find()) {
            used.add(placeholder.group(1));
        }
        used.stream()
                .filter(name -> !declared.contains(name))
                .forEach(name -> faults.add(block.place() + "{{" + name + "}} is not among its parameters."));
        declared.stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> faults.add(block.place() + "the parameter '" + name + "' is not used."));
    }

    private static String uri(Object step) {
        return step instanceof Map<?, ?> map ? String.valueOf(map.get("uri")) : String.valueOf(step);
    }

    private static void walk(Object node, BiConsumer<String, Object> visitor) {
        if (node instanceof List<?> list) {
            list.forEach(each -> walk(each, visitor));
        } else if (node instanceof Map<?, ?> map) {
            map.forEach((key, value) -> {
                visitor.accept(key.toString(), value);
                walk(value, visitor);
            });
        }
    }

    private static Stream<Method> methods(Class<?> bean) {
        return Arrays.stream(bean.getDeclaredMethods()).filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    /** The beans of gateway and wires by the names that routes call them by. */
    private static Map<String, Class<?>> beans() {
        Map<String, Class<?>> named = new TreeMap<>();
        STEPS.forEach(folder -> add(folder, named));
        return named;
    }

    private static void add(Path folder, Map<String, Class<?>> named) {
        try (Stream<Path> classes = Files.walk(folder)) {
            classes.map(file -> CLASSES.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("package-info.class"))
                    .map(file -> load(file.substring(0, file.length() - ".class".length())))
                    .filter(type -> type.isAnnotationPresent(Named.class))
                    .forEach(type -> named.put(type.getAnnotation(Named.class).value(), type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replace('/', '.'), false, RoutesLint.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
