package io.lotwire.wire.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.capture.CaptureKind;
import io.lotwire.digest.Sha256;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.wire.ProbeLines;
import io.lotwire.wire.ProfilesChanged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiClientsTest {
    private static final Clock LAST_MINUTE = Clock.fixed(Instant.parse("2026-03-04T23:59:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Profiles profiles;
    private ApiClients clients;

    @BeforeEach
    void twoPartners() throws IOException {
        put("acme", "good", "2026-03-04", 2);
        put("bolt", "of-bolt", "2026-12-31", 2);
        profiles = ProfileFolder.load(folder, variable -> null);
        clients = new ApiClients(() -> profiles, LAST_MINUTE);
    }

    @Test
    void aTokenSaysWhoseProgramItIsUntilTheEndOfItsLastDay() {
        assertThat(of("Bearer good")).contains("acme");
        assertThat(of("bearer  of-bolt ")).contains("bolt");
        assertThat(new ApiClients(() -> profiles, Clock.fixed(Instant.parse("2026-03-05T00:00:00Z"), ZoneOffset.UTC))
                        .of("Bearer good"))
                .isEmpty();
    }

    @Test
    void nobodysTokenLetsNobodyIn() {
        for (String shown : new String[] {
            null,
            "",
            "good",
            "Basic good",
            "Bearer",
            "Bearer ",
            "Bearer goods",
            "Bearer GOOD",
            "Bearer " + "x".repeat(600),
            "Bearer " + Sha256.hex("good"),
        }) {
            assertThat(of(shown)).as(shown).isEmpty();
        }
    }

    @Test
    void onlyDocumentsThatAreAgreedOnAreSent() {
        ApiClient acme = clients.of("Bearer good").orElseThrow();

        assertThat(acme.sends(CaptureKind.SCANS)).isTrue();
        assertThat(acme.sends(CaptureKind.LOT_EVENTS)).isFalse();
    }

    @Test
    void requestsUnderWayKeepTheirPlacesWhenAProfileChanges() throws IOException {
        assertThat(clients.of("Bearer good").orElseThrow().places().tryAcquire(2))
                .isTrue();

        put("acme", "another", "2026-12-31", 2);
        change();

        assertThat(of("Bearer good")).isEmpty();
        assertThat(clients.of("Bearer another").orElseThrow().places().tryAcquire())
                .isFalse();
        put("acme", "another", "2026-12-31", 3);
        change();
        assertThat(clients.of("Bearer another").orElseThrow().places().tryAcquire())
                .isTrue();
    }

    @Test
    void theProbeTellsOfATokenThatIsTakenNoMore() {
        ApiWire acme = profiles.byName("acme")
                .flatMap(profile -> profile.wire(ApiWire.class))
                .orElseThrow();

        assertThat(ProbeLines.of(new ApiProbe().run(acme, ProbeLines.place()))).containsExactly("token wms FAILED");
        assertThat(ProbeLines.failure(new ApiProbe().run(acme, ProbeLines.place())))
                .contains("until 2026-03-04");
    }

    private Optional<String> of(String authorization) {
        return clients.of(authorization).map(ApiClient::partner);
    }

    private void change() {
        Profiles before = profiles;
        profiles = ProfileFolder.load(folder, variable -> null);
        assertThat(profiles.problems()).isEmpty();
        clients.follow(new ProfilesChanged(before, profiles));
    }

    private void put(String name, String token, String ends, int connections) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), """
                name: %s
                title: A program
                identity: {}
                wires:
                  api:
                    connections: %d
                    tokens: [ { name: wms, sha256: "%s", ends: %s } ]
                receives:
                  - document: scans
                """.formatted(name, connections, Sha256.hex(token), ends));
    }
}
