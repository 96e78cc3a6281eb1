package io.lotwire.partner;

import io.lotwire.partner.certificate.CertificateFacts;
import io.lotwire.partner.certificate.KeyFile;
import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a partner is reached: a wire as a profile describes it. Each kind of wire has a class of its own, in a folder of its own. */
public interface Wire {

    /** Which kind of wire it is. */
    WireKind kind();

    /** True when we can send over it. */
    default boolean sends() {
        return true;
    }

    /** The files without which it does not work: certificates, keys, passwords. */
    default List<Path> files() {
        return List.of();
    }

    /** Where the profile describes it. */
    FileLine at();

    /** What no two profiles may share of it, in words, such as {@code mailbox user 'acme'}: who has it is who speaks. */
    default List<String> identities() {
        return List.of();
    }

    /** Looks around: whether what it names is there and fits the other profiles. */
    default void check(Surroundings around) {}

    /** The certificates and keys of it that can be read now. */
    default List<CertificateFacts> certificates(String profile, Instant now) {
        return List.of();
    }

    /** Our own keys, where it is the owner's: what we say can be signed with them. */
    default List<KeyFile> keys() {
        return List.of();
    }

    /** What it is, for people; without passwords, and of files only their names. */
    List<String> inWords();

    /** What a partner has to know of ours of this kind, where it is the owner's, such as {@code our AS2 name: 'Acme'}. */
    default Optional<String> ourName() {
        return Optional.empty();
    }
}
