package io.lotwire.journey;

/** Ends all that a test started, also when the start or one of the ends failed. */
final class Ending {
    private Ending() {}

    /**
     * @param parts what is ended, in this order; null where it never started
     * @throws Exception the first failure, after all were tried
     */
    static void all(AutoCloseable... parts) throws Exception {
        Exception first = null;
        for (AutoCloseable part : parts) {
            try {
                if (part != null) {
                    part.close();
                }
            } catch (Exception failed) {
                first = first == null ? failed : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
