package io.lotwire.registry.importing;

/** Finds which records of the registry those of a file are, and makes those that are not known. */
interface RecordFinding {
    /**
     * Finds and makes them, with locks so that nobody else makes the same; tells of those that cannot be told from others.
     *
     * @param problems is told by the line in the file
     */
    void find(LineProblems problems);

    /** Keeps what is said of them beside the columns of their table, and tells of what may not be kept. */
    void keepMore(Correcting correcting, LineProblems problems);
}
