package io.lotwire.mailbox;

import java.nio.file.Path;
import java.util.List;

/**
 * A partner's mailbox.
 *
 * @param partner whose it is: also the name of its folder
 * @param user who the partner logs in as
 * @param authorizedKeys files of the keys that it takes (OpenSSH authorized_keys), read again when they change
 * @param maxBytes how many bytes its files may have together
 * @param maxFiles how many files each of its folders may have
 */
public record Mailbox(String partner, String user, List<Path> authorizedKeys, long maxBytes, int maxFiles) {
    public Mailbox {
        authorizedKeys = List.copyOf(authorizedKeys);
    }
}
