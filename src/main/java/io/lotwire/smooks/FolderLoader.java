package io.lotwire.smooks;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds files of a folder by their names ({@code /shipment.dfdl.xsd}); classes come from the class path only. */
public final class FolderLoader extends ClassLoader {
    private final Path folder;

    /** @param folder where they are */
    public FolderLoader(Path folder) {
        super(FolderLoader.class.getClassLoader());
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    protected URL findResource(String name) {
        Path file = folder.resolve(name).normalize();
        try {
            return file.startsWith(folder) && Files.isRegularFile(file)
                    ? file.toUri().toURL()
                    : null;
        } catch (MalformedURLException noFile) {
            return null;
        }
    }
}
