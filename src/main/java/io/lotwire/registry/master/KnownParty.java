package io.lotwire.registry.master;

import io.lotwire.lot.Address;

/**
 * What is known of a company or location and needed where events are told; texts that are not known are {@code ""}.
 *
 * @param address of which some parts may not be known
 */
public record KnownParty(String name, String telephone, Address address) {}
