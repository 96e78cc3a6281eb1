package io.lotwire.demo;

import io.lotwire.lot.Sscc;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The documents of one run: the same goods each time, under numbers, lots and pallets of their own. */
public final class DemoDocuments {
    private static final int FARM_PALLETS = 5;
    private static final int ALL_PALLETS = 9;

    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param run number of the run, from 1
     * @param clock tells the day that the documents speak of
     */
    public DemoDocuments(int run, Clock clock) {
        LocalDateTime now = LocalDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        values.put("run", String.format(Locale.ROOT, "%03d", run));
        values.put("isa", String.format(Locale.ROOT, "%09d", run));
        values.put("gs", Integer.toString(run));
        values.put("yymmdd", now.format(DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT)));
        values.put("hhmm", now.format(DateTimeFormatter.ofPattern("HHmm", Locale.ROOT)));
        values.put("today", day(today));
        for (int days : new int[] {9, 10, 12, 14}) {
            values.put("in" + days + "days", day(today.plusDays(days)));
        }
        values.put("romaine", "10614141000019");
        values.put("spinach", "10614141000026");
        values.put("tomato", "10614141000033");
        values.put("cucumber", "10614141000040");
        values.put("basil", "10614141000057");
        values.put("crates", "10614141000095");
        for (int pallet = 1; pallet <= ALL_PALLETS; pallet++) {
            String owner = pallet <= FARM_PALLETS ? "00614141" : "19506000120";
            int serialDigits = 17 - owner.length();
            String serial = String.format(Locale.ROOT, "%0" + serialDigits + "d", run * 10 + pallet);
            values.put("sscc" + pallet, Sscc.withCheckDigit(owner + serial).digits());
        }
    }

    /** The farm's ship notice. */
    public byte[] shipNotice() throws IOException {
        return fill("farm-856.edi");
    }

    /** The warehouse's shipping advice. */
    public byte[] shippingAdvice() throws IOException {
        return fill("harbor-945.edi");
    }

    /** The number that tells this run's documents from others. */
    public String run() {
        return values.get("run");
    }

    /** A lot that goes all the way from the farm to the retailer. */
    public String tracedLot() {
        return "R" + run() + "A";
    }

    private byte[] fill(String template) throws IOException {
        try (InputStream in = DemoDocuments.class.getResourceAsStream(template)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("{{" + value.getKey() + "}}", value.getValue());
            }
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static String day(LocalDate date) {
        return date.format(DateTimeFormatter.BASIC_ISO_DATE);
    }
}
