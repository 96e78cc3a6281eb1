package io.lotwire.as2;

/** Another implementation, in whole exchanges. Each throws when anything in it is not right. */
interface Partner extends AutoCloseable {
    /** Its name and version. */
    String title();

    /** It sends, we receive and give the receipt, it confirms. */
    void sendsToUs(Combination how) throws Exception;

    /** We send, it receives and gives the receipt, we confirm. */
    void receivesFromUs(Combination how) throws Exception;

    @Override
    default void close() throws Exception {}
}
