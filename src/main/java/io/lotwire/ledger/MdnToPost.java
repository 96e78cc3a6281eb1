package io.lotwire.ledger;

/**
 * A receipt, taken for one attempt to post it.
 *
 * @param id its number
 * @param partner to whom, by profile name
 * @param address where it is posted to
 * @param reply what is posted
 */
public record MdnToPost(long id, String partner, String address, Reply reply) {}
