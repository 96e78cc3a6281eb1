package io.lotwire.gateway;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.embedded.DatabaseAddress;

/**
 * Where the parts of a running gateway are.
 *
 * @param httpPort the port that it listens on
 * @param database its database
 * @param broker its broker
 */
public record RunningGateway(int httpPort, DatabaseAddress database, BrokerAddress broker) {}
