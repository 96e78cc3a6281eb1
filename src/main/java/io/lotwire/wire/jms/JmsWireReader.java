package io.lotwire.wire.jms;

import io.lotwire.partner.PartnerFault;
import io.lotwire.wire.jms.JmsWire.Destination;
import io.lotwire.wire.jms.JmsWire.Kind;
import io.lotwire.yaml.YamlFault;
import io.lotwire.yaml.YamlFields;

/** Makes a wire of the {@code jms} of a profile. */
public final class JmsWireReader {
    /** The gateway's own queues: who took messages from them would take its work. */
    private static final String OWN = "lotwire.";

    private JmsWireReader() {}

    static JmsWire read(YamlFields fields) {
        Destination send =
                fields.optionalMap("send").map(JmsWireReader::destination).orElse(null);
        Destination receive =
                fields.optionalMap("receive").map(JmsWireReader::destination).orElse(null);
        if (!fields.has("send") && !fields.has("receive")) {
            fields.report(
                    YamlFault.KEY_MISSING,
                    "send",
                    "The wire says neither 'send' nor 'receive': say where messages are put, or taken.");
        } else if (send != null && send.equals(receive)) {
            fields.report(
                    PartnerFault.KEY_OUT_OF_PLACE,
                    "receive",
                    "Messages would be taken from where they are sent to: name another queue or topic.");
        }
        fields.end();
        return new JmsWire(send, receive, fields.at());
    }

    private static Destination destination(YamlFields fields) {
        boolean topic = fields.has("topic");
        if (topic && fields.has("queue")) {
            fields.report(PartnerFault.KEY_OUT_OF_PLACE, "topic", "'topic' stands beside 'queue': keep one of them.");
        }
        String key = topic ? "topic" : "queue";
        String name = fields.text(key);
        if (!name.isEmpty() && !name.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,199}")) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    key,
                    "'" + key + "' is '" + name + "', but must be 1 to 200 letters, digits, '.', '_' or '-'.");
        } else if (name.startsWith(OWN)) {
            fields.report(
                    PartnerFault.VALUE_MALFORMED,
                    key,
                    "'" + key + "' is '" + name
                            + "', but names with 'lotwire.' are the gateway's own: choose another.");
        }
        fields.end();
        return new Destination(topic ? Kind.TOPIC : Kind.QUEUE, name);
    }
}
