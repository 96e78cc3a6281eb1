package io.lotwire.web.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = new Assets();

    /** A first page with its text comes to less than 100 KB. */
    @Test
    void whatAPageLoadsBesideItselfIsSmall() {
        int bytes = Stream.of(assets.style(), assets.script(), assets.htmx(), assets.icon())
                .mapToInt(address -> assets.find(address).orElseThrow().zipped().length)
                .sum();

        assertThat(bytes).isLessThan(40_000);
    }

    @Test
    void anAddressNamesTheContent() {
        assertThat(assets.style()).matches("/assets/console-[0-9a-f]{12}\\.css");
        assertThat(assets.find("/assets/console-000000000000.css")).isEmpty();
    }
}
