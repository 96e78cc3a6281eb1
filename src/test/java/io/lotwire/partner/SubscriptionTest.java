package io.lotwire.partner;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Condition;
import io.lotwire.lot.EventType;
import io.lotwire.lot.Gln;
import io.lotwire.lot.Gtin;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Party;
import io.lotwire.lot.PartyId;
import io.lotwire.lot.json.LotEventJson;
import io.lotwire.partner.Subscription.When;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubscriptionTest {
    private static final Identity THEY = new Identity(new Gln("9506000130002"), "123456789", null, null);

    private final LotEvent event = LotEventJson.read(
            "{\"type\":\"shipped\",\"shipTo\":{\"gln\":\"9506000130002\"}," + "\"source\":{\"document\":\"945\"}}");

    @Test
    void aSubscriptionWithoutConditionsTakesEveryEvent() {
        assertThat(When.ANY.holdsFor(event)).isTrue();
    }

    @Test
    void allConditionsMustHold() {
        assertThat(when(EventType.SHIPPED, Set.of("945"), THEY).holdsFor(event)).isTrue();
        assertThat(when(EventType.RECEIVED, Set.of("945"), THEY).holdsFor(event))
                .isFalse();
        assertThat(when(EventType.SHIPPED, Set.of("856", "947"), THEY).holdsFor(event))
                .isFalse();
        assertThat(when(null, Set.of(), new Identity(new Gln("0614141000005"), "", null, null))
                        .holdsFor(event))
                .isFalse();
    }

    @Test
    void aSubscriptionCanBeForCertainItemsAndForGoodsFromCertainPlaces() {
        Gtin other = new Gtin("10614141000019");
        assertThat(new When(null, Set.of(), null, null, Set.of(other), Set.of()).holdsFor(event))
                .isFalse();
        assertThat(new When(null, Set.of(), THEY, null, Set.of(), Set.of()).holdsFor(event))
                .isFalse();
    }

    private static When when(EventType type, Set<String> documents, Identity shipTo) {
        return new When(type, documents, null, shipTo, Set.of(), Set.of());
    }

    @Test
    void aSubscriptionToGoodGoodsTakesThoseWhoseConditionNobodyStated() {
        When good = new When(null, Set.of(), null, null, Set.of(), Set.of(Condition.GOOD));
        LotEvent damaged = LotEventJson.read(
                "{\"type\":\"received\",\"condition\":\"damaged\",\"source\":{\"document\":\"944\"}}");

        assertThat(good.holdsFor(event)).isTrue();
        assertThat(good.holdsFor(damaged)).isFalse();
        assertThat(When.ANY.holdsFor(damaged)).isTrue();
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
