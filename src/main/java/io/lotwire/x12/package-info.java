/**
 * X12 interchanges: reading them as a stream of transaction sets with every problem as a value, acknowledging them, and
 * writing them. Start at {@link io.lotwire.x12.InterchangeReader}.
 */
package io.lotwire.x12;
