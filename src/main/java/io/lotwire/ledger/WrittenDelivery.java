package io.lotwire.ledger;

import java.util.Optional;

/**
 * A delivery whose document was just written.
 *
 * @param id its number
 * @param document its bytes, and what they travel under
 * @param profile the subscriber's profile, by which it was written
 * @param mapping the out-mapping or template; empty where the format needs none
 */
public record WrittenDelivery(long id, WrittenDocument document, Definition profile, Optional<Definition> mapping) {}
