package io.lotwire.peer;

import com.helger.as2lib.cert.AbstractCertificateFactory;
import com.helger.as2lib.cert.CertificateFactory;
import com.helger.as2lib.crypto.ECompressionType;
import com.helger.as2lib.crypto.ECryptoAlgorithmCrypt;
import com.helger.as2lib.crypto.ECryptoAlgorithmSign;
import com.helger.as2lib.crypto.IMICMatchingHandler;
import com.helger.as2lib.exception.AS2Exception;
import com.helger.as2lib.message.AS2Message;
import com.helger.as2lib.message.IMessage;
import com.helger.as2lib.partner.CPartnershipIDs;
import com.helger.as2lib.partner.Partnership;
import com.helger.as2lib.partner.SelfFillingPartnershipFactory;
import com.helger.as2lib.processor.DefaultMessageProcessor;
import com.helger.as2lib.processor.module.IProcessorModule;
import com.helger.as2lib.processor.receiver.AS2MDNReceiverModule;
import com.helger.as2lib.processor.receiver.AS2ReceiverModule;
import com.helger.as2lib.processor.receiver.net.AS2MDNReceiverHandler;
import com.helger.as2lib.processor.sender.AS2SenderModule;
import com.helger.as2lib.processor.sender.AsynchMDNSenderModule;
import com.helger.as2lib.processor.sender.IProcessorSenderModule;
import com.helger.as2lib.processor.storage.MessageFileModule;
import com.helger.as2lib.session.AS2Session;
import com.helger.commons.collection.attr.StringMap;
import com.helger.mail.cte.EContentTransferEncoding;
import io.lotwire.peer.Control.How;
import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.internet.MimeBodyPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;

/** as2-lib with its own modules, put together in code. */
public final class As2Lib implements Control.Peer {
    private final AS2Session session = new AS2Session();
    private final AS2SenderModule sender = new AS2SenderModule();
    private final Digests digests = new Digests();
    private final Partnership incoming = partnership("HUB", "Farm");
    private final int mdnPort;

    private As2Lib(String folder, int port, int mdnPort) throws Exception {
        this.mdnPort = mdnPort;
        CertificateFactory certificates = new CertificateFactory();
        StringMap keys = new StringMap();
        keys.putIn(AbstractCertificateFactory.ATTR_TYPE, "pkcs12");
        keys.putIn(AbstractCertificateFactory.ATTR_PASSWORD, "pw");
        keys.putIn(CertificateFactory.ATTR_FILENAME, folder + "/keys.p12");
        certificates.initDynamicComponent(session, keys);
        session.setCertificateFactory(certificates);
        SelfFillingPartnershipFactory partnerships = new SelfFillingPartnershipFactory() {
            /** Partnerships made for receipts that come later have empty aliases. */
            @Override
            protected void onBeforeAddPartnership(Partnership added) throws AS2Exception {
                added.setSenderX509Alias(added.getSenderAS2ID());
                added.setReceiverX509Alias(added.getReceiverAS2ID());
                super.onBeforeAddPartnership(added);
            }
        };
        partnerships.initDynamicComponent(session, null);
        partnerships.addPartnership(incoming);
        session.setPartnershipFactory(partnerships);
        DefaultMessageProcessor processor = new DefaultMessageProcessor();
        processor.initDynamicComponent(session, null);
        processor.setPendingMDNFolder(made(folder, "pending"));
        processor.setPendingMDNInfoFolder(made(folder, "pendinginfo"));
        session.setMessageProcessor(processor);

        MessageFileModule store = new MessageFileModule();
        store.setFilename(made(folder, "in") + "/$msg.headers.message-id$");
        store.setProtocol("as2");
        AS2ReceiverModule receiver = new AS2ReceiverModule();
        receiver.setErrorDirectory(made(folder, "errors"));
        receiver.setAddress("127.0.0.1");
        receiver.setPort(port);
        AS2MDNReceiverModule mdns = new AS2MDNReceiverModule() {
            @Override
            public AS2MDNReceiverHandler createHandler() {
                AS2MDNReceiverHandler handler = super.createHandler();
                handler.setMICMatchingHandler(digests);
                return handler;
            }
        };
        mdns.setErrorDirectory(made(folder, "errors"));
        mdns.setAddress("127.0.0.1");
        mdns.setPort(mdnPort);
        sender.setMICMatchingHandler(digests);
        for (IProcessorModule module :
                new IProcessorModule[] {store, receiver, mdns, sender, new AsynchMDNSenderModule()}) {
            module.initDynamicComponent(session, module.attrs().getClone());
            processor.addModule(module);
        }
        processor.startActiveModules();
    }

    /** Starts it: folder with the keys. */
    public static void main(String[] arguments) throws Exception {
        Control.run(arguments, As2Lib::new);
    }

    @Override
    public String send(String url, String file, How how) throws Exception {
        Partnership partnership = partnership("Farm", "HUB");
        protect(partnership, how);
        partnership.setAS2URL(url);
        partnership.setAS2MDNTo("farm@example.com");
        partnership.setContentTransferEncodingSend(EContentTransferEncoding.BINARY);
        partnership.setAS2MDNOptions(how.mdnOptions(digest(how.micAlgorithm()).getID()));
        if (how.asyncMdn()) {
            partnership.setAS2ReceiptDeliveryOption("http://127.0.0.1:" + mdnPort + "/mdn");
        }
        AS2Message message = new AS2Message();
        message.setContentType("application/edi-x12");
        message.setSubject("Notice");
        message.setPartnership(partnership);
        message.setMessageID(message.generateMessageID());
        message.attrs().putIn(CPartnershipIDs.PA_AS2_URL, url);
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileDataSource(file)));
        part.setHeader("Content-Type", "application/edi-x12");
        part.setHeader("Content-Transfer-Encoding", "binary");
        part.setFileName("notice.edi");
        message.setData(part);
        sender.handle(IProcessorSenderModule.DO_SEND, message, new HashMap<>());
        return digests.of(message);
    }

    @Override
    public void expect(How how) {
        incoming.setSigningAlgorithm((String) null);
        incoming.setEncryptAlgorithm((String) null);
        incoming.setCompressionType((String) null);
        incoming.setCompressionMode(null);
        protect(incoming, how);
    }

    private static void protect(Partnership partnership, How how) {
        if (how.signs()) {
            partnership.setSigningAlgorithm(digest(how.sign()));
        }
        if (how.encrypts()) {
            partnership.setEncryptAlgorithm(cipher(how.encrypt()));
        }
        if (how.compresses()) {
            partnership.setCompressionType(ECompressionType.ZLIB);
            if (how.compression().equals("AFTER_SIGNING")) {
                partnership.setCompressionModeCompressAfterSigning();
            } else {
                partnership.setCompressionModeCompressBeforeSigning();
            }
        }
    }

    private static ECryptoAlgorithmSign digest(String name) {
        return ECryptoAlgorithmSign.valueOf("DIGEST_" + name);
    }

    private static ECryptoAlgorithmCrypt cipher(String name) {
        return name.equals("TRIPLE_DES")
                ? ECryptoAlgorithmCrypt.CRYPT_3DES
                : ECryptoAlgorithmCrypt.valueOf("CRYPT_" + name.replaceFirst("AES_", "AES"));
    }

    private static Partnership partnership(String sender, String receiver) {
        Partnership partnership = new Partnership(sender + "-" + receiver);
        partnership.setSenderAS2ID(sender);
        partnership.setSenderX509Alias(sender);
        partnership.setSenderEmail("farm@example.com");
        partnership.setReceiverAS2ID(receiver);
        partnership.setReceiverX509Alias(receiver);
        partnership.setProtocol("as2");
        return partnership;
    }

    private static String made(String folder, String name) throws Exception {
        return Files.createDirectories(Path.of(folder, name)).toString();
    }

    /** Hears whether the receipt states the digest of what was sent. */
    private static final class Digests implements IMICMatchingHandler {
        private final Outcomes outcomes = new Outcomes();

        @Override
        public void onMICMatch(IMessage message, String mic) {
            outcomes.say(id(message), "confirmed");
        }

        @Override
        public void onMICMismatch(IMessage message, String original, String received) {
            outcomes.say(id(message), "the MIC is not " + original + " but " + received);
        }

        String of(AS2Message message) throws InterruptedException {
            String silence = "no MDN that could be checked";
            boolean async = message.partnership().getAS2ReceiptDeliveryOption() != null;
            return async
                    ? outcomes.await(message.getMessageID(), silence)
                    : outcomes.now(message.getMessageID(), silence);
        }

        private static String id(IMessage message) {
            String original = message.getMDN() == null ? null : message.getMDN().attrs().getAsString("ORIGINAL_MESSAGE_ID");
            return original == null ? message.getMessageID() : original;
        }
    }
}
