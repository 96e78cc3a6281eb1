package io.lotwire.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartyBookTest {
    private static final PartyStatement FARM = new PartyStatement("0614141000005", "", "Green Valley Farm");

    @Test
    void aGlnADunsNumberAndANameThatOnePartyBearsAreOfThatParty() {
        PartyStatement byGln = new PartyStatement("0614141000005", "123456789", "");
        PartyStatement byNumber = new PartyStatement("", "123456789", "GV Farm");
        PartyStatement byName = new PartyStatement("", "", "green valley FARM");
        PartyStatement other = new PartyStatement("", "", "Harbor Foods");

        assertThat(numbers(other, byName, byNumber, byGln, FARM)).containsExactly(1, 2, 2, 2, 2);
    }

    @Test
    void aNameThatTwoBearIsNobodys() {
        PartyStatement other = new PartyStatement("0614141000012", "", "Green Valley Farm");
        PartyStatement byName = new PartyStatement("", "", "Green Valley Farm");

        assertThat(numbers(FARM, other, byName)).containsExactly(1, 2, 3);
    }

    @Test
    void manyPartiesOfOneNameAreToldApartWithoutLookingAtEachOther() {
        List<PartyStatement> stores = IntStream.range(0, 50_000)
                .mapToObj(i -> new PartyStatement(String.format("%013d", i), "", "Corner Market"))
                .toList();

        PartyBook book = PartyBook.of(stores);

        assertThat(book.party(stores.get(49_999)).number()).isEqualTo(50_000);
    }

    private static List<Integer> numbers(PartyStatement... statements) {
        PartyBook book = PartyBook.of(List.of(statements));
        List<Integer> numbers = new ArrayList<>();
        for (PartyStatement statement : statements) {
            numbers.add(book.party(statement).number());
        }
        return numbers;
    }
}
