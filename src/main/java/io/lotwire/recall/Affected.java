package io.lotwire.recall;

import io.lotwire.digest.Sha256;
import java.math.BigDecimal;
import java.util.List;

/**
 * All that a recall reaches, as far as documents told by then. What is sure is told of just these goods; the rest may hold some of them. What
 * is not known is {@code ""}, or null for a quantity.
 *
 * @param lots the lots that are recalled, and those that were made of them; nearest first
 * @param shipments what documents tell of their ways, oldest first
 * @param stocks how much came to each party, left it, and is there
 * @param parties who had some of it, by their numbers in shipments and stocks
 */
public record Affected(List<Lot> lots, List<Shipment> shipments, List<Stock> stocks, List<Party> parties) {
    public Affected {
        lots = List.copyOf(lots);
        shipments = List.copyOf(shipments);
        stocks = List.copyOf(stocks);
        parties = List.copyOf(parties);
    }

    /**
     * A lot.
     *
     * @param number its number in the registry
     * @param code its code, to the character
     * @param gtin its product
     * @param ids the product numbers under which it was named where it has no GTIN, as {@code vendor:123}
     * @param description the product in words
     * @param depth over how many runs of production it was made of what is recalled; 0 for what is recalled itself
     * @param sure whether some of what is recalled is surely in it
     */
    public record Lot(
            long number, String code, String gtin, List<String> ids, String description, int depth, boolean sure) {
        public Lot {
            ids = List.copyOf(ids);
        }

        /** Code and product in a few words. */
        public String words() {
            return "lot " + code + (description.isEmpty() ? "" : ", " + description)
                    + (gtin.isEmpty() ? "" : ", GTIN " + gtin);
        }
    }

    /**
     * What one document says of a lot going from one party to another, on one logistic unit or on none.
     *
     * @param lot the lot's number
     * @param from the party that sent it; 0 where nobody tells
     * @param to the party that got it; 0 where nobody tells
     * @param type shipped, received, returned or moved
     * @param when when, as exactly as stated
     * @param quantity how much; null where that is not told
     * @param unit its unit as stated
     * @param sscc the logistic unit that it was on
     * @param document the kind of document, such as {@code 856}
     * @param number the document's own number
     * @param partner whose document it is, by profile name
     * @param references the business documents that it refers to, such as {@code asn 123}
     * @param sure whether it surely is of what is recalled
     */
    public record Shipment(
            long lot,
            int from,
            int to,
            String type,
            String when,
            BigDecimal quantity,
            String unit,
            String sscc,
            String document,
            String number,
            String partner,
            List<String> references,
            boolean sure) {
        public Shipment {
            references = List.copyOf(references);
        }
    }

    /**
     * How much of a lot a party had, in one unit.
     *
     * @param party the party's number
     * @param lot the lot's number
     * @param unit the unit as stated
     * @param came what came there or was made there
     * @param surelyCame as much of that as surely is of what is recalled
     * @param left what left it, went into production or was disposed of
     * @param complete false where some document leaves a quantity out
     */
    public record Stock(
            int party,
            long lot,
            String unit,
            BigDecimal came,
            BigDecimal surelyCame,
            BigDecimal left,
            boolean complete) {
        /** What should be there now: nothing where more left than came. */
        public BigDecimal there() {
            return came.subtract(left).max(BigDecimal.ZERO);
        }
    }

    /**
     * Who had some of it.
     *
     * @param number its number here, from 1
     * @param name its name, or the best that documents say of it
     * @param gln its GLN
     * @param partner the profile that it goes by
     * @param us whether it is ourselves
     * @param got whether some of it came there or was made there; false for those that only sent it
     * @param sure whether it surely had some of it
     */
    public record Party(int number, String name, String gln, String partner, boolean us, boolean got, boolean sure) {}

    /** The SHA-256 of all of it. */
    public String sha256() {
        return Sha256.hex(RecallJson.text(this));
    }
}
