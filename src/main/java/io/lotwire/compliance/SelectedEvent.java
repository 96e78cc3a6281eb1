package io.lotwire.compliance;

import io.lotwire.lot.LotEvent;

/**
 * A stored lot event.
 *
 * @param partner whose document states it
 * @param documentNumber the document's own number, {@code ""} for none
 */
record SelectedEvent(String partner, String documentNumber, LotEvent event) {}
