package io.lotwire.wire.folder;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Surroundings;
import io.lotwire.problem.Problem;
import io.lotwire.wire.PickUp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks whether the folders are there, and whether nobody else's files get among theirs. */
final class FolderCheck {
    private final FolderWire wire;
    private final Surroundings around;

    FolderCheck(FolderWire wire, Surroundings around) {
        this.wire = wire;
        this.around = around;
    }

    void run() {
        for (PickUp pickUp : wire.pickUps()) {
            Path folder = FolderWire.folder(pickUp);
            usable("pickUp", folder, Files.isReadable(folder) && Files.isWritable(folder), "read and written");
        }
        if (wire.dropOff() != null) {
            usable("dropOff", wire.target(), Files.isWritable(wire.target()), "written");
        }
        for (Profile other : around.profiles()) {
            boolean own = other.name().equals(around.profile().name());
            other.wire(FolderWire.class)
                    .ifPresent(theirs -> overlaps(theirs, own ? "this profile" : other.name(), own));
        }
    }

    private void usable(String key, Path folder, boolean usable, String wanted) {
        if (!Files.isDirectory(folder)) {
            report(
                    PartnerFault.REFERENCE_DANGLING,
                    "The folder " + folder + " of '" + key + "' is not there: make it, or correct its path.");
        } else if (!usable) {
            report(
                    PartnerFault.REFERENCE_DANGLING,
                    "The folder " + folder + " of '" + key + "' cannot be " + wanted
                            + " by who runs this: give them the right to.");
        }
    }

    /** The same folder to fetch from is an identity that two profiles share, and told as such. */
    private void overlaps(FolderWire theirs, String whose, boolean own) {
        List<Path> theirFolders =
                theirs.pickUps().stream().map(FolderWire::folder).toList();
        for (PickUp pickUp : wire.pickUps()) {
            Path folder = FolderWire.folder(pickUp);
            for (Path their : theirFolders) {
                if (!folder.equals(their) && (folder.startsWith(their) || their.startsWith(folder))) {
                    report(
                            PartnerFault.KEY_OUT_OF_PLACE,
                            "The folder " + folder + " to fetch from and " + their + ", that of " + whose
                                    + ", lie in one another: put them side by side.");
                }
            }
            if (theirs.dropOff() != null && folder.equals(theirs.target())) {
                fetchesWhatWePut(folder, "'dropOff'", whose);
            }
            for (PickUp each : theirs.pickUps()) {
                if (!each.archive().isEmpty() && folder.equals(FolderWire.archive(each)) && !own) {
                    fetchesWhatWePut(folder, "an 'archive'", whose);
                }
            }
        }
    }

    private void fetchesWhatWePut(Path folder, String what, String whose) {
        report(
                PartnerFault.KEY_OUT_OF_PLACE,
                "The folder " + folder + " to fetch from is " + what + " of " + whose
                        + " as well: we would fetch what we put there. Take another.");
    }

    private void report(PartnerFault fault, String message) {
        around.problems().accept(Problem.error(fault, wire.at().place(), message));
    }
}
