package io.lotwire.edi.read;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A document with something done to it; the head of {@code defects.yaml} tells what can be done. */
final class PlantedDocument {
    private static final Pattern SEGMENT = Pattern.compile("(\\d+)(-|\\+?: ?)(.*)", Pattern.DOTALL);
    private static final Pattern MANY = Pattern.compile("\\{(.)\\*(\\d+)}");
    private static final String OTHER = " => ";
    private static final String SE = "SE*28*0001";

    private final String base;
    private final List<List<String>> segments = new ArrayList<>();

    private PlantedDocument(String base) {
        this.base = base;
        for (String segment : base.substring(0, base.length() - 1).split("~", -1)) {
            segments.add(new ArrayList<>(List.of(segment)));
        }
    }

    /** The bytes of the document after these changes. */
    static byte[] of(String base, List<String> changes) {
        PlantedDocument document = new PlantedDocument(base);
        List<String> ofText = new ArrayList<>();
        for (String change : changes) {
            Matcher segment = SEGMENT.matcher(change);
            if (segment.matches()) {
                document.change(Integer.parseInt(segment.group(1)) - 1, segment.group(2), many(segment.group(3)));
            } else {
                ofText.add(change);
            }
        }
        String text = document.text();
        for (String change : ofText) {
            text = document.changeText(text, change);
        }
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private void change(int index, String kind, String segment) {
        List<String> place = segments.get(index);
        if (kind.startsWith("+")) {
            place.add(segment);
        } else {
            place.remove(0);
            if (!kind.equals("-")) {
                place.add(0, segment);
            }
        }
    }

    private String text() {
        List<String> all = segments.stream().flatMap(List::stream).toList();
        int first = firstOf(all, "ST*");
        int last = firstOf(all, SE);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < all.size(); i++) {
            String segment = all.get(i);
            // SE01 follows the changes to the set.
            boolean counted = i == last && first >= 0;
            text.append(counted ? "SE*" + (last - first + 1 - empty(all, first, last)) + "*0001" : segment)
                    .append('~');
        }
        return text.toString();
    }

    private static int empty(List<String> all, int first, int last) {
        return (int) all.subList(first, last).stream().filter(String::isEmpty).count();
    }

    private static int firstOf(List<String> all, String start) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).startsWith(start)) {
                return i;
            }
        }
        return -1;
    }

    private String changeText(String text, String change) {
        if (change.startsWith("^: ")) {
            return change.substring(3) + text;
        }
        if (change.startsWith("$: ")) {
            return text + (change.equals("$: @base") ? base.replace("000000101", "000000102") : change.substring(3));
        }
        int at = change.indexOf(OTHER);
        if (at < 0) {
            throw new IllegalArgumentException("no change: " + change);
        }
        String changed = text.replace(change.substring(0, at), change.substring(at + OTHER.length()));
        if (changed.equals(text)) {
            throw new IllegalArgumentException("changes nothing: " + change);
        }
        return changed;
    }

    private static String many(String text) {
        return MANY.matcher(text).replaceAll(found -> found.group(1).repeat(Integer.parseInt(found.group(2))));
    }
}
