package io.lotwire.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.ledger.Keyset;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FormTest {
    private static final Keyset PLACE = Keyset.of(Instant.parse("2026-03-04T14:30:00.123456Z"), 17);

    private static Form form(Map<String, List<String>> given) {
        return new Form("/files", given, Set.of("partner", "state"));
    }

    /** The parameters of an address. */
    private static Map<String, List<String>> parameters(String address) {
        Map<String, List<String>> parameters = new TreeMap<>();
        Arrays.stream(URI.create(address).getRawQuery().split("&")).forEach(each -> {
            String[] parts = each.split("=", 2);
            parameters
                    .computeIfAbsent(parts[0], none -> new ArrayList<>())
                    .add(URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        });
        return parameters;
    }

    @Test
    void theRestOfAListHasItsFiltersAndBeginsWhereThePageEnded() {
        String rest = form(Map.of("partner", List.of("a&b = c"), "state", List.of("")))
                .rest(Optional.of(PLACE));

        Form next = form(parameters(rest));

        assertThat(next.value("partner")).isEqualTo("a&b = c");
        assertThat(next.after(Keyset.Order.BY_TIME)).contains(PLACE);
        assertThat(next.getProblems()).isEmpty();
    }

    @Test
    void aPlaceInAListWithOtherFiltersIsToldAndTheListBeginsAnew() {
        Map<String, List<String>> given = new TreeMap<>(
                parameters(form(Map.of("partner", List.of("acme"))).rest(Optional.of(PLACE))));
        given.put("partner", List.of("other"));

        Form next = form(given);

        assertThat(next.after(Keyset.Order.BY_TIME)).isEmpty();
        assertThat(next.getProblems()).singleElement().asString().contains("other filters");
    }

    @Test
    void theEndHasNoRest() {
        assertThat(form(Map.of()).rest(Optional.empty())).isEmpty();
        assertThat(form(Map.of()).isFiltered()).isFalse();
        assertThat(form(Map.of()).getCsv()).isEqualTo("/files/list.csv");
    }

    @Test
    void aFilterThatThereIsNotIsTold() {
        assertThat(form(Map.of("partnr", List.of("acme"))).getProblems())
                .singleElement()
                .asString()
                .contains("partner");
    }
}
