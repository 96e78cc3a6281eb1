package io.lotwire.web.page;

import io.lotwire.traffic.Hit;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that was found, as a line.
 *
 * @param address its page
 * @param words what it is called
 * @param kind what it is
 * @param partner whose it is; {@code ""} for nobody's
 * @param at when it came or was made
 */
record HitLine(String address, String words, String kind, String partner, Optional<Instant> at) {
    /** The line of a hit. */
    static HitLine of(Hit hit) {
        if (hit instanceof Hit.OfFile file) {
            return new HitLine(
                    "/files/" + file.id(), file.name(), "file", file.partner(), Optional.of(file.receivedAt()));
        }
        if (hit instanceof Hit.OfDocument document) {
            // Its row, whichever page of its file's documents it is on.
            String address = "/files/" + document.inboxId() + "?documents=" + (document.ordinal() - 1) + "#document-"
                    + document.id();
            return new HitLine(
                    address, document.words(), "document", document.partner(), Optional.of(document.receivedAt()));
        }
        if (hit instanceof Hit.OfDelivery delivery) {
            return new HitLine(
                    "/deliveries/" + delivery.id(),
                    delivery.words(),
                    "delivery",
                    delivery.partner(),
                    Optional.of(delivery.createdAt()));
        }
        if (hit instanceof Hit.OfLot lot) {
            String words = lot.code() + lot.gtin().map(gtin -> " of " + gtin).orElse("");
            return new HitLine(LotWay.address(lot.code(), lot.gtin().orElse("")), words, "lot", "", Optional.empty());
        }
        if (hit instanceof Hit.OfUnit unit) {
            return new HitLine("/units/" + unit.sscc(), unit.sscc(), "logistic unit", "", Optional.empty());
        }
        String name = ((Hit.OfPartner) hit).name();
        return new HitLine("/partners/" + Words.encoded(name), name, "partner", name, Optional.empty());
    }
}
