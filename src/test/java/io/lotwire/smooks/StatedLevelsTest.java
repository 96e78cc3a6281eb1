package io.lotwire.smooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Issue;
import io.lotwire.lot.IssueCode;
import io.lotwire.lot.Quantity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatedLevelsTest {
    private static final String FIRST = "006141411234567890";
    private static final String SECOND = "006141411234567906";

    private final StatedLevels levels = new StatedLevels();
    private final List<String> told = new ArrayList<>();
    private final List<String> misplaced = new ArrayList<>();

    @Test
    void onlyTheDeepestLevelsThatStateGoodsCount() {
        level("1", "", "item.gtin", "10614141000019", "quantity", "100", "unit", "CA");
        level("2", "1", "lot", "A", "quantity", "60", "unit", "CA");
        level("3", "1", "lot", "B", "quantity", "40", "unit", "CA");

        assertThat(counted()).containsExactly("A 60 CA []", "B 40 CA []");
    }

    @Test
    void aQuantityOfSeveralGoodsIsGivenToNone() {
        level("1", "", "item.gtin", "10614141000019", "quantity", "100", "unit", "CA");
        level("2", "1", "lot", "A");
        level("3", "1", "lot", "B");

        assertThat(counted()).containsExactly("A - [QUANTITY_NOT_SPLIT]", "B - [QUANTITY_NOT_SPLIT]");
    }

    @Test
    void goodsInSeveralUnitsAreAStatementEach() {
        level("1", "", "lot", "A", "quantity", "100", "unit", "CA");
        level("2", "1", "sscc", FIRST);
        level("3", "1", "sscc", SECOND);

        assertThat(counted())
                .containsExactly("A - " + FIRST + " [QUANTITY_NOT_SPLIT]", "A - " + SECOND + " [QUANTITY_NOT_SPLIT]");
    }

    @Test
    void partsThatDoNotAddUpAreDoubted() {
        level("1", "", "quantity", "100", "unit", "CA");
        level("2", "1", "lot", "A", "quantity", "60", "unit", "CA");
        level("3", "1", "lot", "B", "quantity", "30", "unit", "CA");

        assertThat(counted()).containsExactly("A 60 CA [QTY_SUM_MISMATCH]", "B 30 CA [QTY_SUM_MISMATCH]");
    }

    @Test
    void aQuantityThatIsNoNumberIsDoubtedAndNotSaidToBeMissing() {
        level("1", "", "lot", "A", "quantity", "5-");

        assertThat(counted()).containsExactly("A - [QUANTITY_INVALID]");
    }

    @Test
    void levelsThatNoneHoldsInTheEndAreTold() {
        level("1", "2", "lot", "A");
        level("2", "1", "lot", "B");
        level("3", "9", "lot", "C");

        assertThat(counted()).isEmpty();
        assertThat(misplaced).containsExactlyInAnyOrder("1", "2", "3");
    }

    private void level(String number, String within, String... fields) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put(EventField.LEVEL, number);
        if (!within.isEmpty()) {
            all.put(EventField.WITHIN, within);
        }
        for (int i = 0; i < fields.length; i += 2) {
            all.put(fields[i], fields[i + 1]);
        }
        levels.add(new Stated(all, 0));
    }

    private List<String> counted() {
        levels.goods(
                new Stated(Map.of(), 0),
                (stated, quantity, issues) -> told.add(stated.get(EventField.LOT) + " " + words(quantity)
                        + (stated.get(EventField.SSCC) + " ").stripLeading() + codes(issues)),
                (level, why) -> misplaced.add(level.get(EventField.LEVEL)));
        return told;
    }

    private static String words(Quantity quantity) {
        return quantity == null ? "- " : quantity.value().toPlainString() + " " + quantity.unit() + " ";
    }

    private static List<IssueCode> codes(List<Issue> issues) {
        return issues.stream().map(Issue::code).toList();
    }
}
