package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.document.LotEventJson;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.partner.Subscription.When;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Identity THEY = new Identity(new Gln("9506000130002"), "123456789", null, null);

    private final LotEvent event = LotEventJson.read(
            "{\"type\":\"shipped\",\"shipTo\":{\"gln\":\"9506000130002\"}," + "\"source\":{\"document\":\"945\"}}");

    @Test
    void aSubscriptionWithoutConditionsTakesEveryEvent() {
        assertThat(new When(null, "", null).holdsFor(event)).isTrue();
    }

    @Test
    void allConditionsMustHold() {
        assertThat(new When(EventType.SHIPPED, "945", THEY).holdsFor(event)).isTrue();
        assertThat(new When(EventType.RECEIVED, "945", THEY).holdsFor(event)).isFalse();
        assertThat(new When(EventType.SHIPPED, "856", THEY).holdsFor(event)).isFalse();
        assertThat(new When(null, "", new Identity(new Gln("0614141000005"), "", null, null)).holdsFor(event))
                .isFalse();
    }

    @Test
    void aCompanyIsKnownByGlnOrByDunsNumberAndNeverByNothing() {
        Party byDuns = new Party(null, "", List.of(new PartyId("duns", "123456789")), null);
        assertThat(THEY.isThatOf(byDuns)).isTrue();
        assertThat(THEY.isThatOf(new Party(null, "", List.of(new PartyId("sku", "123456789")), null)))
                .isFalse();
        assertThat(THEY.isThatOf(null)).isFalse();
        assertThat(new Identity(null, "", null, null).isThatOf(new Party(null, "", List.of(), null)))
                .isFalse();
    }
}
