package io.lotwire.compliance;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.lot.Gln;
import io.lotwire.lot.Party;
import io.lotwire.registry.importing.MasterData;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegisteredMasterDataTest {
    private static final Party STORE = new Party(new Gln("0614141000029"), "", List.of(), null);

    private FoodLedger food;

    @BeforeEach
    void open() throws IOException, SQLException {
        food = new FoodLedger();
        MasterData registry = new MasterData(food.database());
        assertThat(registry.take("""
                        gtin,description,brand,commodity,variety,pack
                        00614141000012,Romaine hearts,Green Valley,lettuce,romaine,24 ct
                        """).problems()).isEmpty();
        assertThat(registry.take("""
                        gln,name,telephone,line1,city,region,postal_code,country
                        0614141000029,Corner Market,302 555 0100,7 High Street,Dover,DE,19901,US
                        0614141000005,Farm,831 555 0100,9 Other Road,Fresno,CA,93650,US
                        """).problems()).isEmpty();
    }

    @Test
    void whatADocumentLeavesOutIsTakenFromTheRegistry() throws IOException {
        food.document("ASN-1", Told.shipped("a").item(Told.ROMAINE, "").to(STORE));

        assertThat(told("product.name", "product.brand", "product.commodity", "product.variety", "product.size"))
                .containsExactly("Romaine hearts", "Green Valley", "lettuce", "romaine", "24 ct");
        assertThat(told("recipient.name", "recipient.phone", "recipient.street", "recipient.city", "recipient.region"))
                .containsExactly("Corner Market", "302 555 0100", "7 High Street", "Dover", "DE");
    }

    @Test
    void whatADocumentStatesStandsAndHalvesOfTwoAddressesMakeNone() throws IOException {
        food.document(
                "ASN-1",
                Told.shipped("a")
                        .item(Told.ROMAINE, "Romaine, cut")
                        .from(new Party(
                                new Gln("0614141000005"), "Green Valley Farm", List.of(), Told.FARM.address())));

        assertThat(told("product.name")).containsExactly("Romaine, cut");
        for (String place : List.of("from", "source")) {
            assertThat(told(
                            place + ".name",
                            place + ".phone",
                            place + ".street",
                            place + ".city",
                            place + ".postalCode"))
                    .containsExactly("Green Valley Farm", "831 555 0100", "1 Field Road", "Salinas", "93901");
        }
    }

    @Test
    void whatTheRegistryDoesNotKnowStaysUntold() throws IOException {
        food.document("ASN-1", Told.shipped("a").item(Told.SALAD, "").to(null));

        assertThat(told("product.name", "product.brand", "recipient.phone")).containsExactly(null, null, null);
    }

    private List<Object> told(String... facts) throws IOException {
        Statement statement = food.statements(Selection.ALL).get(0);
        return Arrays.stream(facts).map(fact -> Fact.of(fact).in(statement)).toList();
    }
}
