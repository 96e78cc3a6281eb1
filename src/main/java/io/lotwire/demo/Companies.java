package io.lotwire.demo;

import io.lotwire.as2.agreement.AcceptanceRules;
import io.lotwire.as2.agreement.As2Agreement;
import io.lotwire.as2.agreement.SendingRules;
import io.lotwire.as2.keys.KeyAndCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * The partners that have servers of their own, with keys made on first use.
 *
 * @param farm sends ship notices over AS2
 * @param retailer takes ship notices over AS2
 * @param warehouse has an SFTP server
 */
public record Companies(As2Station farm, As2Station retailer, SftpWarehouse warehouse) implements AutoCloseable {
    /** The user under whom the gateway logs in at the warehouse. */
    public static final String SFTP_USER = "northgate";

    private static final String US = "Northgate Distribution";

    /**
     * Starts their servers on free ports of loopback.
     *
     * @param data the data folder; keys go into {@code keys}, what partners receive into {@code demo}
     */
    public static Companies start(Path data, Clock clock) throws IOException {
        CompanyKeys keys = new CompanyKeys(data.resolve("keys"));
        KeyAndCertificate ours = keys.of("northgate-distribution", US);
        Path folder = data.resolve("demo");
        SftpWarehouse warehouse = SftpWarehouse.start(
                folder.resolve("harbor-3pl"),
                SFTP_USER,
                data.resolve("keys/harbor-3pl.sftp.key"),
                data.resolve("keys/harbor-3pl.known_hosts"));
        return new Companies(
                station(keys, "green-valley-farm", "Green Valley Farm", ours, folder, clock),
                station(keys, "fairway-markets", "Fairway Markets", ours, folder, clock),
                warehouse);
    }

    private static As2Station station(
            CompanyKeys keys, String name, String title, KeyAndCertificate ours, Path folder, Clock clock)
            throws IOException {
        As2Agreement agreement = new As2Agreement(
                title,
                US,
                List.of(keys.of(name, title)),
                List.of(ours.certificate()),
                SendingRules.standard(),
                AcceptanceRules.standard());
        return As2Station.start(agreement, folder.resolve(name), 0, clock);
    }

    /** Stops their servers. */
    @Override
    public void close() {
        farm.close();
        retailer.close();
        warehouse.close();
    }
}
