package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.partner.Completeness;
import io.lotwire.partner.FoodTraceability.Role;
import io.lotwire.partner.Profiles;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.read.ProfileFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TermsTest {
    private final Profiles profiles = ProfileFolder.load(
            Path.of("src/test/resources/partner/problems/wrong-compliance"), Map.<String, String>of()::get);

    @Test
    void profilesSayWhatLotCodesAreAndWhatPartnersAreToFood() {
        assertThat(Terms.of(profiles))
                .isEqualTo(new Terms(true, LocalDate.of(2029, 1, 1), Map.of("farm", Role.HARVESTER)));
    }

    @Test
    void aSubscriptionSaysHowCompleteItsDocumentsMustBe() {
        Subscription notices =
                profiles.byName("farm").orElseThrow().subscriptions().get(0);

        assertThat(notices.complete())
                .isEqualTo(new Completeness(
                        Completeness.Rule.FSMA_204,
                        Completeness.Missing.WARN,
                        Set.of(Completeness.Element.TLC, Completeness.Element.SHIP_FROM)));
    }

    @Test
    void nobodyEnforcesTheRuleBeforeTheDayThatIsSet() {
        assertThat(Enforcement.words(Terms.USUAL, LocalDate.of(2028, 7, 19)))
                .startsWith("No enforcement before 2028-07-20");
        assertThat(Enforcement.words(Terms.USUAL, LocalDate.of(2028, 7, 20)))
                .isEqualTo("21 CFR part 1, subpart S may be enforced since 2028-07-20.");
    }
}
