package io.lotwire.partner;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How complete a document must be before it leaves.
 *
 * @param rule whose facts it must have
 * @param missing what becomes of a document that lacks something
 * @param elements the elements of the rule that its customer asks for
 */
public record Completeness(Rule rule, Missing missing, Set<Element> elements) {
    public Completeness {
        elements = Set.copyOf(elements);
    }

    /** Who asks for facts. */
    public enum Rule {
        /** The food traceability rule (21 CFR part 1, subpart S). */
        FSMA_204,
        /** The Drug Supply Chain Security Act: transaction information and statement (21 U.S.C. 360eee(26) and (27)). */
        DSCSA;

        /** What whoever ships must give by it to whom it goes to. */
        public Set<Element> elements() {
            return Arrays.stream(Element.values())
                    .filter(element -> element.rule == this)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    /** What becomes of a document that lacks something. */
    public enum Missing {
        /** It waits for a person, with all that is missing. */
        PARK,
        /** It leaves, and the log says what is missing. */
        WARN
    }

    /** What whoever ships food (21 CFR 1.1340(b)) or sells a medicine (21 U.S.C. 360eee-1) must give to whom it goes to. */
    public enum Element {
        TLC(Rule.FSMA_204),
        QUANTITY(Rule.FSMA_204),
        PRODUCT(Rule.FSMA_204),
        RECIPIENT(Rule.FSMA_204),
        SHIP_FROM(Rule.FSMA_204),
        DATE(Rule.FSMA_204),
        TLC_SOURCE(Rule.FSMA_204),
        PRODUCT_NAME(Rule.DSCSA),
        STRENGTH(Rule.DSCSA),
        NDC(Rule.DSCSA),
        CONTAINER_SIZE(Rule.DSCSA),
        CONTAINERS(Rule.DSCSA),
        LOT(Rule.DSCSA),
        TRANSACTION_DATE(Rule.DSCSA),
        SHIPMENT_DATE(Rule.DSCSA),
        SELLER(Rule.DSCSA),
        BUYER(Rule.DSCSA),
        STATEMENT(Rule.DSCSA);

        private final Rule rule;

        Element(Rule rule) {
            this.rule = rule;
        }
    }
}
