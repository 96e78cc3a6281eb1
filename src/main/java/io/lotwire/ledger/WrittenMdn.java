package io.lotwire.ledger;

/** The receipt of a message (an MDN); its header fields are kept with the inbox row that it answers. */
public record WrittenMdn(KeptContent content) implements WrittenContent {}
