package io.lotwire.ledger;

/**
 * A receipt, taken for one attempt to post it.
 *
 * @param id its number
 * @param inboxId the inbox row whose sender gets it
 * @param partner to whom, by profile name
 * @param address where it is posted to
 * @param reply what is posted
 */
public record MdnToPost(long id, long inboxId, String partner, String address, Reply reply) implements Taken {}
