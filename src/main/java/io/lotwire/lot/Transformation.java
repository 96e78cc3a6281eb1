package io.lotwire.lot;

/**
 * A run of production that goods went into or came out of: a batch that is cooked, a pallet that is repacked, returned goods that
 * are worked into new ones. Statements with the same id by the same partner are of one run; any of its inputs may be in any of its outputs
 * that came later.
 *
 * @param id its number, such as that of a work order, as sent
 * @param role whether the goods went in or came out
 */
public record Transformation(String id, Role role) {
    /** Which way goods went. */
    public enum Role {
        INPUT,
        OUTPUT
    }
}
