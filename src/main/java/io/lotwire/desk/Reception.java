package io.lotwire.desk;

/** What a file that came in is taken for. */
public sealed interface Reception permits WholeFile, ReceivedInterchanges {}
