package io.lotwire.wire.folder;

import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.PickUp;
import io.lotwire.yaml.FileLine;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Files in folders that this machine sees. Paths are absolute, or relative to where the gateway runs.
 *
 * @param pickUps where we fetch files, empty when we fetch none
 * @param dropOff where we put files, null when we put none
 * @param at where the profile describes it
 */
public record FolderWire(List<PickUp> pickUps, DropOff dropOff, FileLine at) implements Wire {
    public FolderWire {
        pickUps = List.copyOf(pickUps);
    }

    /** The folder that an entry of {@code pickUp} fetches from. */
    static Path folder(PickUp pickUp) {
        return path(pickUp.directory());
    }

    /** The folder that an entry moves its files to; it has one. */
    static Path archive(PickUp pickUp) {
        return folder(pickUp).resolve(pickUp.archive());
    }

    /** The folder that we put files into; there is one. */
    Path target() {
        return path(dropOff.directory());
    }

    private static Path path(String directory) {
        return Path.of(directory).toAbsolutePath().normalize();
    }

    @Override
    public WireKind kind() {
        return new FolderKind();
    }

    @Override
    public boolean sends() {
        return dropOff != null;
    }

    /** What lies in a folder is taken for its partner's, so it may have only one. */
    @Override
    public List<String> identities() {
        return pickUps.stream()
                .map(each -> "folder to fetch from, " + folder(each))
                .toList();
    }

    @Override
    public void check(Surroundings around) {
        new FolderCheck(this, around).run();
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        pickUps.forEach(pickUp -> words.add("Folder: " + pickUp.inWords()));
        if (dropOff != null) {
            words.add("Folder: " + dropOff.inWords());
        }
        return words;
    }
}
