package io.lotwire.bench.registry;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.lotwire.embedded.DataFolder;
import io.lotwire.embedded.DatabaseAddress;
import io.lotwire.embedded.EmbeddedDatabase;
import io.lotwire.ledger.Ledger;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;

/** PostgreSQL, with connections that stay open, as those of the gateway do; it can be started anew. */
final class Server implements AutoCloseable {
    private static final int CONNECTIONS = 4;

    private final DataFolder folder;
    private EmbeddedDatabase database;
    private AgroalDataSource source;

    private Server(DataFolder folder) {
        this.folder = folder;
    }

    /** Starts it. */
    static Server start(DataFolder folder) throws IOException, SQLException {
        Server server = new Server(folder);
        server.open();
        return server;
    }

    /** Stops it and starts it: what it had in its buffers is gone, and so are its connections and ledgers. */
    void restart() throws IOException, SQLException {
        close();
        open();
    }

    DatabaseAddress address() {
        return database.address();
    }

    DataSource source() {
        return source;
    }

    Ledger ledger() {
        return new Ledger(source, Clock.systemUTC());
    }

    private void open() throws IOException, SQLException {
        database = EmbeddedDatabase.start(folder);
        source = pooled(database.address());
        source.getConnection().close(); // What is asked first need not wait for a connection.
    }

    private static AgroalDataSource pooled(DatabaseAddress address) throws SQLException {
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(CONNECTIONS)
                        .connectionFactoryConfiguration(factory -> factory.jdbcUrl(address.sessionUrl())
                                .principal(new NamePrincipal(address.user()))
                                .credential(new SimplePassword(address.password())))));
    }

    @Override
    public void close() throws IOException {
        source.close();
        database.close();
    }
}
