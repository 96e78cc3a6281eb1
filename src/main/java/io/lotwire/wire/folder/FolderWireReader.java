package io.lotwire.wire.folder;

import io.lotwire.partner.WireValues;
import io.lotwire.wire.DropOff;
import io.lotwire.wire.FilesReader;
import io.lotwire.wire.PickUp;
import io.lotwire.yaml.YamlFields;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Makes a wire of the {@code folder} of a profile. */
final class FolderWireReader {
    /** Names in a path that lead elsewhere than they say. */
    private static final Set<String> STEPS = Set.of(".", "..");

    FolderWire read(YamlFields fields) {
        FilesReader files = new FilesReader(
                entry -> plain(entry, "directory", entry.text("directory"), "/srv/acme/orders"),
                entry -> plain(entry, "archive", entry.text("archive"), "archive/orders"));
        List<PickUp> pickUps = files.pickUps(fields);
        DropOff dropOff = files.dropOff(fields).orElse(null);
        fields.end();
        return new FolderWire(pickUps, dropOff, fields.at());
    }

    private static String plain(YamlFields fields, String key, String text, String example) {
        if (!text.isEmpty() && !isPlain(text)) {
            WireValues.malformed(fields, key, "be the path of a directory without '.' and '..' in it, as " + example);
        }
        return text;
    }

    private static boolean isPlain(String text) {
        try {
            for (Path name : Path.of(text)) {
                if (STEPS.contains(name.toString()) || name.toString().isBlank()) {
                    return false;
                }
            }
            return Path.of(text).getNameCount() > 0;
        } catch (InvalidPathException none) {
            return false;
        }
    }
}
