package io.lotwire.web.page;

import io.lotwire.question.TraceAnswer;
import io.lotwire.registry.balance.BalanceWords;
import io.lotwire.registry.balance.Consignment;
import io.lotwire.registry.balance.LotBalance;
import io.lotwire.registry.balance.PlaceBalance;
import io.quarkus.qute.RawString;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where a lot came from and went, as a page shows it.
 *
 * @param answers the answers of the trace
 */
record LotWay(List<TraceAnswer> answers) {
    /**
     * So much of a lot is somewhere.
     *
     * @param where the place
     * @param onHand what is there, or was sent there
     * @param came what came there; {@code ""} where it is under way
     * @param left what left there
     * @param sure whether nothing of it is only possible, or left out by a document
     */
    record Place(String where, String onHand, String came, String left, boolean sure) {}

    /** The address of a lot's page. */
    static String address(String code, String gtin) {
        return "/lots/" + Words.encoded(code) + (gtin.isEmpty() ? "" : "?gtin=" + gtin);
    }

    /** Who has it, and who had it. */
    public List<Place> getPlaces() {
        return balances()
                .flatMap(balance -> balance.places().stream())
                .map(LotWay::place)
                .toList();
    }

    /** What is under way, as far as documents tell. */
    public List<Place> getUnderWay() {
        return balances()
                .flatMap(balance -> balance.underWay().stream())
                .map(LotWay::sent)
                .toList();
    }

    private Stream<LotBalance> balances() {
        return answers.stream().flatMap(answer -> answer.balances().stream()).flatMap(Optional::stream);
    }

    private static Place place(PlaceBalance place) {
        return new Place(
                BalanceWords.of(place.place()),
                BalanceWords.of(place.onHand(), place.unit()),
                BalanceWords.of(place.came(), place.unit()),
                BalanceWords.of(place.left(), place.unit()),
                place.onHand().isSure() && place.complete());
    }

    private static Place sent(Consignment sent) {
        return new Place(
                BalanceWords.of(sent.to()),
                BalanceWords.of(sent.underWay(), sent.unit()),
                "",
                "",
                sent.underWay().isSure());
    }

    /** It as a picture, each lot of which leads to its page; the only markup that no template makes. */
    public RawString getPicture() {
        StringBuilder pictures = new StringBuilder();
        answers.forEach(answer -> pictures.append(answer.svg(lot -> address(lot.code(), lot.gtin()))));
        return new RawString(pictures.toString());
    }

    /** Whether there is a picture. */
    public boolean isDrawn() {
        return !getPicture().getValue().isEmpty();
    }

    /** It as text. */
    public String getText() {
        StringBuilder text = new StringBuilder();
        answers.forEach(answer -> text.append(answer.text()).append('\n'));
        return text.toString();
    }
}
