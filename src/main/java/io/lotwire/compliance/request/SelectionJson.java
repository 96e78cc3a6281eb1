package io.lotwire.compliance.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lotwire.compliance.Selection;
import io.lotwire.lot.Gtin;
import java.time.LocalDate;
import java.util.Optional;

/** A selection as it is kept with its request: a JSON object of what it asks for. */
final class SelectionJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SelectionJson() {}

    static ObjectNode write(Selection selection) {
        ObjectNode json = JSON.createObjectNode();
        selection.lot().ifPresent(lot -> json.put("lot", lot));
        selection.gtin().ifPresent(gtin -> json.put("gtin", gtin.digits()));
        selection.product().ifPresent(product -> json.put("product", product.digits()));
        selection.location().ifPresent(location -> json.put("location", location));
        selection.from().ifPresent(day -> json.put("from", day.toString()));
        selection.to().ifPresent(day -> json.put("to", day.toString()));
        return json;
    }

    static Selection read(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new Selection(
                    text(json, "lot"),
                    text(json, "gtin").map(Gtin::new),
                    text(json, "product").map(Gtin::new),
                    text(json, "location"),
                    text(json, "from").map(LocalDate::parse),
                    text(json, "to").map(LocalDate::parse));
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("no selection: " + text, noJson);
        }
    }

    private static Optional<String> text(JsonNode json, String key) {
        return Optional.ofNullable(json.get(key)).map(JsonNode::asText);
    }
}
