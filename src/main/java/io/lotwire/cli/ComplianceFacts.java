package io.lotwire.cli;

import io.lotwire.compliance.Enforcement;
import io.lotwire.compliance.Selection;
import io.lotwire.compliance.Terms;
import io.lotwire.compliance.sheet.About;
import java.time.LocalDate;
import java.time.ZoneId;

/** What the commands about compliance have in common. */
final class ComplianceFacts {
    private final Installation installation;

    ComplianceFacts(Installation installation) {
        this.installation = installation;
    }

    /** What profiles say. */
    Terms terms() {
        return Terms.of(installation.profiles());
    }

    /** What a spreadsheet says about itself. */
    About about(Selection selection) {
        return About.of(selection, installation.clock().instant());
    }

    LocalDate today() {
        return LocalDate.ofInstant(installation.clock().instant(), ZoneId.systemDefault());
    }

    String enforcement(Terms terms) {
        return Enforcement.words(terms, today());
    }

    /** Who does something: who is said, else who is at the machine. */
    static String who(String said) {
        return said == null ? System.getProperty("user.name") : said;
    }
}
