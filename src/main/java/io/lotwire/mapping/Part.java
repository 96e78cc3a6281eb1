package io.lotwire.mapping;

import io.lotwire.edi.tree.Value;
import io.lotwire.lot.Quantity;
import io.lotwire.mapping.Mapping.PartPlace;

/**
 * A part of a line's quantity that is otherwise than the rest.
 *
 * @param place where the mapping looked for it
 * @param path that place's number
 * @param at where its quantity stands
 * @param quantity how much it is
 * @param code what is otherwise about it, {@code ""} where that is not said
 * @param meaning what the code means, null where that is not known
 */
record Part(PartPlace place, int path, Value at, Quantity quantity, String code, Meaning meaning) {
    /** True for goods of their own: not for what is missing, nor for what nobody knows the meaning of. */
    boolean isGoods() {
        return meaning != null && !meaning.differs();
    }

    /** The position of its segment. */
    int position() {
        return at.segment().position();
    }

    /** What is otherwise, for a sentence. */
    String inWords() {
        String what = meaning == null || meaning.says().isEmpty() ? "code '" + code + "'" : meaning.says();
        return quantity.value().toPlainString() + (quantity.unit().isEmpty() ? "" : " " + quantity.unit()) + " ("
                + what + (place.list().isEmpty() ? "" : ", " + place.list()) + ", segment "
                + at.segment().number() + ")";
    }
}
