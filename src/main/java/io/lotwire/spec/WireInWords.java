package io.lotwire.spec;

import io.lotwire.partner.As2Wire;
import io.lotwire.partner.JmsWire;
import io.lotwire.partner.MailboxWire;
import io.lotwire.partner.SftpWire;
import io.lotwire.partner.Wire;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Wires in words, without passwords and keys: of files only their names are told. */
final class WireInWords {
    private WireInWords() {}

    static List<String> of(Wire wire) {
        if (wire instanceof As2Wire as2) {
            return of(as2);
        }
        if (wire instanceof SftpWire sftp) {
            return of(sftp);
        }
        if (wire instanceof MailboxWire mailbox) {
            return List.of("SFTP: a mailbox on our server, where they log in as '" + mailbox.user()
                    + "'; they write into inbox and fetch from outbox");
        }
        return wire instanceof JmsWire jms ? of(jms) : List.of(wire.kind().word());
    }

    private static List<String> of(As2Wire as2) {
        List<String> words = new ArrayList<>();
        words.add("AS2: name '" + as2.id() + "'" + (as2.url() == null ? "" : ", at " + as2.url()));
        if (as2.keys().isEmpty()) {
            words.add("our messages: signed " + InWords.word(as2.sending().sign()) + ", encrypted "
                    + InWords.word(as2.sending().encrypt()) + ", compressed "
                    + InWords.word(as2.sending().compress()) + ", receipt "
                    + InWords.word(as2.sending().mdn()));
            words.add("their messages: "
                    + (as2.accepting().requireSigned() ? "must be signed" : "may be unsigned") + ", "
                    + (as2.accepting().requireEncrypted() ? "must be encrypted" : "may be in clear") + ", "
                    + as2.accepting().connections() + " at a time");
        }
        files(
                "certificates",
                as2.certificates().stream().map(each -> each.path()).toList(),
                words);
        files("keys", as2.keys().stream().map(each -> each.path()).toList(), words);
        return words;
    }

    private static List<String> of(SftpWire sftp) {
        List<String> words = new ArrayList<>();
        words.add("SFTP: their server " + sftp.host() + ", port " + sftp.port() + ", where we log in as '" + sftp.user()
                + "'");
        sftp.pickUps()
                .forEach(pickUp -> words.add("we fetch " + String.join(", ", pickUp.patterns()) + " from "
                        + pickUp.directory()
                        + (pickUp.archive().isEmpty()
                                ? ", and delete them"
                                : ", and move them to " + pickUp.archive())));
        if (sftp.dropOff() != null) {
            words.add("we put files into " + sftp.dropOff().directory() + ", renamed when they are whole; a file of the"
                    + " same name: " + InWords.word(sftp.dropOff().ifExists()));
        }
        return words;
    }

    private static List<String> of(JmsWire jms) {
        List<String> words = new ArrayList<>();
        if (jms.send() != null) {
            words.add("JMS: we send to " + InWords.word(jms.send().kind()) + " "
                    + jms.send().name());
        }
        if (jms.receive() != null) {
            words.add("JMS: we receive from " + InWords.word(jms.receive().kind()) + " "
                    + jms.receive().name());
        }
        return words;
    }

    private static void files(String what, List<Path> files, List<String> words) {
        if (!files.isEmpty()) {
            words.add(what + ": "
                    + files.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(", ")));
        }
    }
}
