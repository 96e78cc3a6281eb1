package io.lotwire.unit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table of units, {@code units.tsv}: every unit that is known in X12 element 355 or UN/ECE Recommendation 20. */
public final class Units {
    private static final String TABLE = "units.tsv";
    private static final int NAME = 0;
    private static final int KIND = 1;
    private static final int X12 = 2;
    private static final int REC20 = 3;
    private static final int FACTOR = 4;
    private static final int UNSURE = 5;
    private static final int COLUMNS = 6;

    private static final Map<String, Unit> BY_NAME = new HashMap<>();
    private static final Map<UnitList, Map<String, Unit>> BY_CODE = new EnumMap<>(UnitList.class);

    static {
        for (UnitList list : UnitList.values()) {
            BY_CODE.put(list, new HashMap<>());
        }
        read();
    }

    private Units() {}

    /** All that are known. */
    public static Collection<Unit> all() {
        return List.copyOf(BY_NAME.values());
    }

    /** The unit of a code; empty when the table does not have it. */
    public static Optional<Unit> of(UnitList list, String code) {
        return Optional.ofNullable(BY_CODE.get(list).get(code));
    }

    /** What a code of one list is in another. */
    public static Counterpart counterpart(UnitList from, String code, UnitList to) {
        if (from == to) {
            return new Counterpart.Told(code, BigDecimal.ONE);
        }
        Unit unit = BY_CODE.get(from).get(code);
        return unit == null ? new Counterpart.Unsure("our table of units does not have it") : counterpart(unit, to);
    }

    /** The code that a list has for just the same unit; empty where it has none. */
    public static Optional<String> same(UnitList from, String code, UnitList to) {
        return of(from, code).flatMap(unit -> unit.codes().get(to).stream().findFirst());
    }

    /** What a unit is in a list. */
    public static Counterpart counterpart(Unit unit, UnitList to) {
        List<String> same = unit.codes().getOrDefault(to, List.of());
        if (!same.isEmpty()) {
            return new Counterpart.Told(same.get(0), BigDecimal.ONE);
        }
        if (unit.of().isEmpty()) {
            return new Counterpart.Unsure(unit.unsure().isEmpty() ? "that list has no such unit" : unit.unsure());
        }
        return new Counterpart.Told(BY_NAME.get(unit.of()).codes().get(to).get(0), unit.factor());
    }

    private static void read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Units.class.getResourceAsStream(TABLE), StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .forEach(Units::add);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void add(String[] line) {
        String[] cells = new String[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            cells[i] = i < line.length ? line[i] : "";
        }
        String factor = cells[FACTOR];
        int blank = factor.indexOf(' ');
        Map<UnitList, List<String>> codes = new EnumMap<>(UnitList.class);
        codes.put(UnitList.X12, codes(cells[X12]));
        codes.put(UnitList.REC20, codes(cells[REC20]));
        Unit unit = new Unit(
                cells[NAME],
                UnitKind.valueOf(cells[KIND].toUpperCase(Locale.ROOT)),
                codes,
                blank < 0 ? BigDecimal.ONE : new BigDecimal(factor.substring(0, blank)),
                factor.substring(blank + 1),
                cells[UNSURE]);
        BY_NAME.put(unit.name(), unit);
        unit.codes()
                .forEach((list, all) -> all.forEach(code -> BY_CODE.get(list).put(code, unit)));
    }

    private static List<String> codes(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }
}
