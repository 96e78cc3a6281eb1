package io.lotwire.compliance.sheet;

import java.io.IOException;

/** More events were asked for than a sheet has rows; what was written so far is no whole file. */
public final class TooManyRows extends IOException {
    private static final long serialVersionUID = 1;

    TooManyRows(String tab, long most) {
        super("There are more than " + most + " rows of '" + tab.strip()
                + "', and an XLSX sheet has no more: ask for fewer days with --from and --to, or for --format csv.");
    }
}
