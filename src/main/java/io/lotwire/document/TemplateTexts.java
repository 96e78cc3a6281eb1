package io.lotwire.document;

import io.quarkus.qute.EngineBuilder;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.ValueResolver;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.function.BiFunction;

/** What templates can do with texts: fill them up to a width, quote them, tell dates in another form. */
final class TemplateTexts {
    /** The attribute of a rendering that gathers what does not fit. */
    static final String PROBLEMS = "lotwire.problems";

    /** What CSV quotes (RFC 4180, 2). */
    private static final String TO_BE_QUOTED = "(?s).*[\",\r\n].*";

    private TemplateTexts() {}

    static EngineBuilder addedTo(EngineBuilder builder) {
        width(builder, "left", (text, blanks) -> text + " ".repeat(blanks));
        width(builder, "right", (text, blanks) -> " ".repeat(blanks) + text);
        width(builder, "zeros", (text, blanks) -> "0".repeat(blanks) + text);
        builder.addValueResolver(ValueResolver.builder()
                .applyToBaseClass(String.class)
                .applyToName("csv")
                .applyToNoParameters()
                .resolveSync(context -> csv((String) context.getBase()))
                .build());
        builder.addValueResolver(ValueResolver.builder()
                .applyToBaseClass(String.class)
                .applyToName("date")
                .applyToParameters(1)
                .resolveAsync(context ->
                        context.evaluate(context.getParams().get(0)).thenApply(form -> date(context, (String) form)))
                .build());
        event(builder, "number", TemplateEvent::number);
        event(builder, "reference", (event, type) -> event.event().reference(type));
        return builder.addValueResolver(ValueResolver.builder()
                .applyToBaseClass(TemplateEvent.class)
                .appliesTo(context -> context.getBase() instanceof TemplateEvent event
                        && event.values().containsKey(context.getName()))
                .resolveSync(
                        context -> ((TemplateEvent) context.getBase()).values().get(context.getName()))
                .build());
    }

    private static void event(EngineBuilder builder, String name, BiFunction<TemplateEvent, String, String> take) {
        builder.addValueResolver(ValueResolver.builder()
                .applyToBaseClass(TemplateEvent.class)
                .applyToName(name)
                .applyToParameters(1)
                .resolveAsync(context -> context.evaluate(context.getParams().get(0))
                        .thenApply(word -> take.apply((TemplateEvent) context.getBase(), (String) word)))
                .build());
    }

    private static void width(EngineBuilder builder, String name, BiFunction<String, Integer, String> fill) {
        builder.addValueResolver(ValueResolver.builder()
                .appliesTo(context -> context.getName().equals(name)
                        && context.getParams().size() == 1
                        && (context.getBase() instanceof String || context.getBase() instanceof Number))
                .resolveAsync(context -> context.evaluate(context.getParams().get(0))
                        .thenApply(width -> filled(context, ((Number) width).intValue(), fill)))
                .build());
    }

    private static String filled(EvalContext context, int width, BiFunction<String, Integer, String> fill) {
        String text = context.getBase().toString();
        if (text.length() > width) {
            refuse(
                    context,
                    "'" + text + "' has " + text.length() + " characters, but the template gives it " + width
                            + ": widen the place there.");
            return text;
        }
        return fill.apply(text, width - text.length());
    }

    private static String date(EvalContext context, String form) {
        String text = (String) context.getBase();
        try {
            return text.isEmpty()
                    ? ""
                    : DateTimeFormatter.ofPattern(form, Locale.ROOT)
                            .format(LocalDate.parse(text.substring(0, Math.min(10, text.length()))));
        } catch (DateTimeException | IllegalArgumentException noDate) {
            refuse(context, "'" + text + "' cannot be told as a date in the form '" + form + "': mend the template.");
            return text;
        }
    }

    private static String csv(String text) {
        return text.matches(TO_BE_QUOTED) ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    @SuppressWarnings("unchecked") // Put there by Templates.
    private static void refuse(EvalContext context, String problem) {
        ((Collection<String>) context.getAttribute(PROBLEMS)).add(problem);
    }
}
