package io.lotwire.wire;

import io.lotwire.embedded.BrokerAddress;
import io.lotwire.partner.Profile;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Where a probe is made from.
 *
 * @param owner the profile of the gateway's owner, empty when there is none that is good
 * @param mailboxes where the server of the mailboxes listens, empty when it is not turned on
 * @param broker the message broker, empty when it has never run
 * @param clock tells what day it is, for certificates
 * @param patience how long one answer may take
 */
public record ProbePlace(
        Optional<Profile> owner,
        Optional<InetSocketAddress> mailboxes,
        Optional<BrokerAddress> broker,
        Clock clock,
        Duration patience) {}
