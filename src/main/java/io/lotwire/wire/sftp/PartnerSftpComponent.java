package io.lotwire.wire.sftp;

import io.lotwire.ledger.Ledger;
import io.lotwire.wire.ProfilesInForce;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Map;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.spi.annotations.Component;
import org.apache.camel.util.StringHelper;

/**
 * Camel's SFTP component with one option more: {@code partner} names the profile that holds what no URI should or can
 * say.
 */
@Named("sftp")
@Singleton
@Component("sftp")
public class PartnerSftpComponent extends SftpComponent {
    private final ProfilesInForce rules;
    private final Ledger ledger;

    PartnerSftpComponent(ProfilesInForce rules, Ledger ledger) {
        this.rules = rules;
        this.ledger = ledger;
    }

    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        String partner = getAndRemoveParameter(parameters, "partner", String.class);
        SftpWire wire = rules.profiles()
                .byName(partner)
                .flatMap(profile -> profile.wire(SftpWire.class))
                .orElseThrow(() -> new IllegalArgumentException("The profile '" + partner + "' has no SFTP server"));
        SftpConfiguration configuration = new SftpConfiguration(new URI(StringHelper.before(uri, "?", uri)));
        return new PartnerSftpEndpoint(uri, this, configuration, partner, wire, ledger);
    }
}
