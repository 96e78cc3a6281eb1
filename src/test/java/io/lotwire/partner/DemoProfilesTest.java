package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.acknowledgement.AcknowledgementKind;
import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.certificate.CertificateFile;
import io.lotwire.partner.read.ProfileFolder;
import io.lotwire.wire.Completeness;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.PickUp;
import io.lotwire.wire.PollSchedule;
import io.lotwire.wire.as2.As2Kind;
import io.lotwire.wire.as2.As2Wire;
import io.lotwire.wire.sftp.SftpLogin;
import io.lotwire.wire.sftp.SftpWire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The profiles that the repository ships. */
class DemoProfilesTest {
    private final Profiles profiles =
            ProfileFolder.load(Path.of("partners"), Map.of("LOTWIRE_DATA", "/data", "HARBOR_SFTP_PORT", "2222")::get);

    @Test
    void allFiveAreGood() {
        assertThat(profiles.problems()).isEmpty();
        assertThat(profiles.good().stream().map(Profile::name))
                .containsExactly(
                        "fairway-markets",
                        "green-valley-farm",
                        "harbor-3pl",
                        "northgate-distribution",
                        "northgate-erp");
        assertThat(profiles.partners()).hasSize(4);
    }

    @Test
    void partnersAreFoundByEveryIdentity() {
        assertThat(profiles.self()).map(Profile::name).contains("northgate-distribution");
        assertThat(profiles.byName("harbor-3pl")).map(Profile::title).contains("Harbor 3PL");
        assertThat(at(Syntax.X12, "ZZ", "GREENVALLEY    ")).containsExactly("green-valley-farm");
        assertThat(at(Syntax.X12, "01", "GREENVALLEY")).isEmpty();
        assertThat(at(Syntax.EDIFACT, "14", "9506000120003")).containsExactly("harbor-3pl");
        assertThat(at(Syntax.EDIFACT, "", "9506000120003")).isEmpty();
        assertThat(As2Wire.named(profiles, "Fairway Markets"))
                .map(Profile::name)
                .contains("fairway-markets");
        assertThat(As2Wire.named(profiles, "fairway markets")).isEmpty();
    }

    private List<String> at(Syntax syntax, String qualifier, String id) {
        return profiles.good().stream()
                .filter(profile -> profile.identity().isAddress(syntax, qualifier, id))
                .map(Profile::name)
                .toList();
    }

    @Test
    void theFarmSendsShipNoticesOverAs2AndIsAcknowledgedTheSameWay() {
        Profile farm = profiles.byName("green-valley-farm").orElseThrow();
        Inbound inbound = farm.receives("856").orElseThrow();
        assertThat(inbound.mapping()).isEqualTo("x12/856");
        assertThat(inbound.lotRequired()).isFalse();
        assertThat(inbound.acknowledgement())
                .isEqualTo(new Inbound.Acknowledgement(
                        AcknowledgementStyle.usual(AcknowledgementKind.FUNCTIONAL), new As2Kind()));
        As2Wire as2 = farm.wire(As2Wire.class).orElseThrow();
        assertThat(as2.url()).hasToString("http://127.0.0.1:4081/as2");
        assertThat(as2.certificates())
                .extracting(CertificateFile::path)
                .containsExactly(Path.of("/data/keys/green-valley-farm.crt"));
        assertThat(as2.sending().sign()).isEqualTo(As2Wire.SigningAlgorithm.SHA_256);
        assertThat(as2.sending().encrypt()).isEqualTo(As2Wire.EncryptionAlgorithm.AES_256_CBC);
        assertThat(as2.accepting().requireSigned() && as2.accepting().requireEncrypted())
                .isTrue();
    }

    @Test
    void theWarehouseIsReachedOverSftp() {
        SftpWire sftp = profiles.byName("harbor-3pl")
                .flatMap(profile -> profile.wire(SftpWire.class))
                .orElseThrow();
        assertThat(sftp.port()).isEqualTo(2222);
        assertThat(sftp.login()).isEqualTo(new SftpLogin.PrivateKey(Path.of("/data/keys/harbor-3pl.sftp.key")));
        assertThat(sftp.pickUps())
                .containsExactly(new PickUp(
                        "outbound",
                        List.of("*.edi", "*.scans.ndjson"),
                        new Completeness.Unchanged(Duration.ofSeconds(1)),
                        "archive",
                        new PollSchedule.Every(Duration.ofSeconds(2))));
        assertThat(sftp.dropOff()).isEqualTo(new DropOff("inbound", DropOff.IfExists.OVERRIDE));
    }

    @Test
    void theRetailerSubscribesToShipmentsToItself() {
        Profile retailer = profiles.byName("fairway-markets").orElseThrow();
        Subscription notices = retailer.subscription("ship-notices").orElseThrow();
        assertThat(notices.when().type()).isEqualTo(EventType.SHIPPED);
        assertThat(notices.when().documents()).containsExactly("945");
        assertThat(notices.when().shipTo().gln()).isEqualTo(new Gln("9506000130002"));
        assertThat(notices.send().format()).isEqualTo(Format.X12_856);
        assertThat(notices.send().mapping()).isEqualTo("out/x12/856");
        assertThat(notices.send().style().version()).isEqualTo("004010");
        assertThat(notices.send().style().levels()).isEqualTo("S-O-T-I");
        assertThat(notices.over()).isEqualTo(new As2Kind());
        assertThat(notices.fileName().fill("945", "../SO 1", "7")).isEqualTo("asn-__SO_1.edi");
    }
}
