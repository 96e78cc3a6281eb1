package io.lotwire.peer;

import io.lotwire.peer.Control.How;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openas2.BaseSession;
import org.openas2.OpenAS2Exception;
import org.openas2.cert.CertificateFactory;
import org.openas2.cert.PKCS12CertificateFactory;
import org.openas2.message.AS2Message;
import org.openas2.message.Message;
import org.openas2.params.MessageParameters;
import org.openas2.partner.BasePartnershipFactory;
import org.openas2.partner.Partnership;
import org.openas2.partner.PartnershipFactory;
import org.openas2.processor.BaseProcessorModule;
import org.openas2.processor.DefaultProcessor;
import org.openas2.processor.Processor;
import org.openas2.processor.ProcessorModule;
import org.openas2.processor.msgtracking.TrackingModule;
import org.openas2.processor.receiver.AS2MDNReceiverModule;
import org.openas2.processor.receiver.AS2ReceiverModule;
import org.openas2.processor.receiver.MessageBuilderModule;
import org.openas2.processor.resender.ResenderModule;
import org.openas2.processor.sender.AS2SenderModule;
import org.openas2.processor.sender.MDNSenderModule;
import org.openas2.processor.storage.MessageFileModule;
import org.openas2.processor.storage.StorageModule;
import org.openas2.util.Properties;

/** OpenAS2 with its own modules, put together in code. */
public final class OpenAs2 implements Control.Peer {
    private final Outbox outbox;
    private final Tracking tracking = new Tracking();
    private final Partnership outgoing;
    private final int mdnPort;

    private OpenAs2(String folder, int port, int mdnPort) throws Exception {
        this.mdnPort = mdnPort;
        Properties.setProperty(Properties.APP_TITLE_PROP, "OpenAS2");
        Properties.setProperty(Properties.APP_VERSION_PROP, "2.10.1");
        Session session = new Session();
        PKCS12CertificateFactory certificates = new PKCS12CertificateFactory();
        certificates.init(session, options("filename", folder + "/keys.p12", "password", "pw"));
        session.setComponent(CertificateFactory.COMPID_CERTIFICATE_FACTORY, certificates);
        BasePartnershipFactory partnerships = new BasePartnershipFactory() {
            @Override
            public Map<String, Object> getPartners() {
                return Map.of();
            }
        };
        partnerships.init(session, options());
        outgoing = partnership("Farm", "HUB");
        partnerships.setPartnerships(List.of(outgoing, partnership("HUB", "Farm")));
        session.setComponent(PartnershipFactory.COMPID_PARTNERSHIP_FACTORY, partnerships);
        Processor processor = new DefaultProcessor();
        processor.init(
                session, options("pendingmdn", made(folder, "pending"), "pendingmdninfo", made(folder, "pendinginfo")));
        session.setComponent(Processor.COMPID_PROCESSOR, processor);
        outbox = new Outbox();
        String errors = made(folder, "errors");
        add(processor, session, tracking, options());
        add(processor, session, new AS2SenderModule(), options());
        add(processor, session, new MDNSenderModule(), options());
        add(
                processor,
                session,
                new MessageFileModule(),
                options("filename", made(folder, "in") + "/$msg.headers.message-id$", "protocol", "as2"));
        add(
                processor,
                session,
                new AS2ReceiverModule(),
                options("address", "127.0.0.1", "port", Integer.toString(port), "errordir", errors));
        add(
                processor,
                session,
                new AS2MDNReceiverModule(),
                options("address", "127.0.0.1", "port", Integer.toString(mdnPort), "errordir", errors));
        outbox.init(
                session,
                options(
                        "defaults",
                        "sender.as2_id=Farm, receiver.as2_id=HUB",
                        "errordir",
                        errors,
                        "mimetype",
                        "application/edi-x12",
                        "sendfilename",
                        "true"));
        session.start();
    }

    /** Starts it: folder with the keys, and {@code quiet} for no log. */
    public static void main(String[] arguments) throws Exception {
        Control.run(arguments, OpenAs2::new);
    }

    @Override
    public String send(String url, String file, How how) throws Exception {
        Map<String, String> attributes = outgoing.getAttributes();
        attributes.clear();
        attributes.putAll(options("protocol", "as2", "subject", "Notice", "as2_url", url, "as2_mdn_to", "farm@example.com"));
        attributes.put("content_transfer_encoding", "binary");
        attributes.put("resend_max_retries", "0");
        if (how.signs()) {
            attributes.put(Partnership.PA_SIGNATURE_ALGORITHM, digest(how.sign()));
        }
        if (how.encrypts()) {
            attributes.put(Partnership.PA_ENCRYPTION_ALGORITHM, cipher(how.encrypt()));
        }
        if (how.compresses()) {
            attributes.put("compression_type", "ZLIB");
            attributes.put(
                    "compression_mode",
                    how.compression().equals("AFTER_SIGNING") ? "compress-after-signing" : "compress-before-signing");
        }
        attributes.put(
                Partnership.PA_AS2_MDN_OPTIONS,
                how.signedMdn() ? how.mdnOptions(digest(how.micAlgorithm())) : "none");
        if (how.asyncMdn()) {
            attributes.put(Partnership.PA_AS2_RECEIPT_OPTION, "http://127.0.0.1:" + mdnPort + "/mdn");
        }
        return tracking.of(outbox.send(Path.of(file)));
    }

    @Override
    public void expect(How how) {
        // OpenAS2 reads from the message how it is protected.
    }

    private static String digest(String name) {
        return name.replace("_", "").toLowerCase();
    }

    private static String cipher(String name) {
        switch (name) {
            case "TRIPLE_DES":
                return "3des";
            case "AES_128_CBC":
            case "AES_192_CBC":
            case "AES_256_CBC":
                return "aes" + name.substring(4, 7);
            default:
                throw new IllegalArgumentException("OpenAS2 has no name for " + name);
        }
    }

    private static Partnership partnership(String sender, String receiver) {
        Partnership partnership = new Partnership();
        partnership.setName(sender + "-" + receiver);
        for (String key : List.of(Partnership.PID_AS2, Partnership.PID_X509_ALIAS)) {
            partnership.setSenderID(key, sender);
            partnership.setReceiverID(key, receiver);
        }
        partnership.setSenderID(Partnership.PID_EMAIL, "farm@example.com");
        partnership.setReceiverID(Partnership.PID_EMAIL, "hub@example.com");
        partnership.setAttribute("protocol", "as2");
        return partnership;
    }

    private static void add(Processor processor, Session session, ProcessorModule module, Map<String, String> options)
            throws OpenAS2Exception {
        module.init(session, options);
        processor.getModules().add(module);
    }

    private static String made(String folder, String name) throws Exception {
        return Files.createDirectories(Path.of(folder, name)).toString();
    }

    private static Map<String, String> options(String... pairs) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            options.put(pairs[i], pairs[i + 1]);
        }
        return options;
    }

    private static final class Session extends BaseSession {
        Session() throws OpenAS2Exception {
            super();
        }

        @Override
        public String getAppVersion() {
            return "2.10.1";
        }

        @Override
        public String getAppTitle() {
            return "OpenAS2";
        }
    }

    /** Makes messages as the module does that watches a folder. */
    private static final class Outbox extends MessageBuilderModule {
        Message send(Path file) throws Exception {
            return processDocument(new ByteArrayInputStream(Files.readAllBytes(file)), "notice.edi");
        }

        @Override
        protected Message createMessage() {
            return new AS2Message();
        }

        @Override
        public boolean healthcheck(List<String> failures) {
            return true;
        }

        @Override
        public void doStart() {}

        @Override
        public void doStop() {}
    }

    /** Hears what became of each message, and takes what else would be written down. */
    private static final class Tracking extends BaseProcessorModule {
        private final Outcomes outcomes = new Outcomes();

        @Override
        public boolean canHandle(String action, Message message, Map<Object, Object> options) {
            return List.of(TrackingModule.DO_TRACK_MSG, ResenderModule.DO_RESEND, StorageModule.DO_STOREMDN)
                    .contains(action);
        }

        @Override
        public void handle(String action, Message message, Map<Object, Object> options) {
            if (action.equals(TrackingModule.DO_TRACK_MSG)) {
                String state = String.valueOf(options.get("STATE"));
                if (state.equals(Message.MSG_STATE_MSG_SENT_MDN_RECEIVED_OK)) {
                    outcomes.say(id(message), "confirmed");
                } else if (state.equals(Message.MSG_STATE_SEND_FAIL)
                        || state.equals(Message.MSG_STATE_SEND_EXCEPTION)
                        || state.equals(Message.MSG_STATE_MSG_SENT_MDN_RECEIVED_ERROR)) {
                    outcomes.say(id(message), state + " " + message.getLogMsg());
                }
            } else if (action.equals(ResenderModule.DO_RESEND)) {
                outcomes.say(id(message), "sent again: " + options.get(ResenderModule.OPTION_CAUSE));
            }
        }

        String of(Message message) throws InterruptedException {
            return outcomes.await(message.getMessageID(), "no outcome, last said: " + message.getLogMsg());
        }

        private static String id(Message message) {
            return message.getMessageID();
        }
    }
}
