package io.lotwire.mailbox;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.CopyOption;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.FileHandle;
import org.apache.sshd.sftp.server.Handle;
import org.apache.sshd.sftp.server.SftpEventListener;

/**
 * What a partner may do in their mailbox, told of each request before it is carried out; what is not allowed here throws.
 * The close of a file that was written is the sign that it is whole, and so is taking a temporary name from it; a file
 * whose connection broke has neither.
 */
final class MailboxRules implements SftpEventListener {
    /** Names that programs give to files on their way, to rename them at the end. */
    private static final Pattern TEMPORARY = Pattern.compile("\\..*|.*\\.(part|filepart|tmp|temp|partial)|.*~");

    private static final Set<String> EXTENSIONS =
            Set.of("posix-rename@openssh.com", "fsync@openssh.com", "limits@openssh.com", "expand-path@openssh.com");

    private final Mailbox mailbox;
    private final MailboxFolders folders;
    private final Quota quota;
    private final WholeFiles whole;

    /** Files being written, by their handle. */
    private final Map<Handle, Path> open = new ConcurrentHashMap<>();

    /** Those of them that miss bytes, because the mailbox or the disk was full: their close does not make them whole. */
    private final Set<Handle> cut = ConcurrentHashMap.newKeySet();

    MailboxRules(Mailbox mailbox, MailboxFolders folders, Quota quota, WholeFiles whole) {
        this.mailbox = mailbox;
        this.folders = folders;
        this.quota = quota;
        this.whole = whole;
    }

    @Override
    public void receivedExtension(ServerSession session, String extension, int id) throws IOException {
        if (!EXTENSIONS.contains(extension)) {
            throw new AccessDeniedException(extension, null, "not offered");
        }
    }

    @Override
    public void opening(ServerSession session, String remoteHandle, Handle handle) throws IOException {
        Path path = real(handle.getFile());
        if (!(handle instanceof FileHandle file)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            throw new AccessDeniedException(path.getFileName().toString(), null, "a folder is no file");
        }
        if (writes(file)) {
            requireInbox(path);
            quota.begin(path);
            open.put(handle, path);
        }
    }

    @Override
    public void openFailed(
            ServerSession session, String remotePath, Path localPath, boolean isDirectory, Throwable thrown)
            throws IOException {
        open.entrySet().removeIf(each -> {
            boolean failed = each.getKey().getFile().equals(localPath) && !Files.exists(each.getValue());
            if (failed) {
                quota.end(each.getValue());
            }
            return failed;
        });
    }

    @Override
    public void writing(
            ServerSession session,
            String remoteHandle,
            FileHandle handle,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLength)
            throws IOException {
        Path path = open.get(handle);
        if (path == null) {
            throw new AccessDeniedException(remoteHandle, null, "it is not open for writing");
        }
        long from = handle.isOpenAppend() ? handle.getFileChannel().size() : offset;
        try {
            quota.grow(path, from + dataLength);
        } catch (IOException full) {
            cut.add(handle);
            throw full;
        }
    }

    @Override
    public void written(
            ServerSession session,
            String remoteHandle,
            FileHandle handle,
            long offset,
            byte[] data,
            int dataOffset,
            int dataLength,
            Throwable thrown) {
        if (thrown != null) {
            cut.add(handle);
        }
    }

    @Override
    public void closed(ServerSession session, String remoteHandle, Handle handle, Throwable thrown) throws IOException {
        Path path = open.remove(handle);
        if (path == null) {
            return;
        }
        boolean isCut = cut.remove(handle);
        try {
            if (isCut && thrown == null) {
                Files.deleteIfExists(path);
                throw new FileSystemException(path.getFileName().toString(), null, "not all of it could be written");
            }
            if (thrown == null && !isTemporary(path)) {
                take(path);
            }
        } finally {
            quota.end(path);
        }
    }

    @Override
    public void exiting(ServerSession session, Handle handle) {
        cut.remove(handle);
        Path path = open.remove(handle);
        if (path != null) {
            quota.end(path);
        }
    }

    @Override
    public void moving(ServerSession session, Path from, Path to, Collection<CopyOption> options) throws IOException {
        Path source = real(from);
        Path target = real(to);
        requireInbox(source);
        requireInbox(target);
        if (quota.isWriting(source) || quota.isWriting(target)) {
            throw new AccessDeniedException(source.getFileName().toString(), null, "it is still being written");
        }
    }

    @Override
    public void moved(ServerSession session, Path from, Path to, Collection<CopyOption> options, Throwable thrown)
            throws IOException {
        if (thrown != null) {
            return;
        }
        Path target = real(to);
        if (isTemporary(real(from)) && !isTemporary(target)) {
            quota.begin(target);
            try {
                take(target);
            } finally {
                quota.end(target);
            }
        }
    }

    @Override
    public void removing(ServerSession session, Path path, boolean isDirectory) throws IOException {
        Path file = real(path);
        if (isDirectory || Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new AccessDeniedException(path.toString(), null, "folders stay");
        }
        if (quota.isWriting(file)) {
            throw new AccessDeniedException(path.toString(), null, "it is being written");
        }
    }

    @Override
    public void creating(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        throw new AccessDeniedException(path.toString(), null, "there are only /inbox and /outbox");
    }

    @Override
    public void linking(ServerSession session, Path source, Path target, boolean symLink) throws IOException {
        throw new AccessDeniedException(source.toString(), null, "links are not made");
    }

    @Override
    public void modifyingAttributes(ServerSession session, Path path, Map<String, ?> attributes) throws IOException {
        Path file = real(path);
        requireInbox(file);
        if (attributes.get("size") instanceof Number size && size.longValue() > Files.size(file)) {
            throw new AccessDeniedException(path.toString(), null, "a file grows by writing only");
        }
    }

    private void take(Path path) throws IOException {
        // It was closed with all its bytes on disk; once it is kept elsewhere, this copy goes.
        whole.take(mailbox.partner(), path.getFileName().toString(), path);
        Files.deleteIfExists(path);
    }

    private void requireInbox(Path path) throws AccessDeniedException {
        if (!folders.inbox().equals(path.getParent())) {
            throw new AccessDeniedException(path.getFileName().toString(), null, "files are written into /inbox");
        }
    }

    private Path real(Path remote) throws IOException {
        return folders.resolve(remote.toAbsolutePath().toString());
    }

    private static boolean isTemporary(Path path) {
        return TEMPORARY.matcher(path.getFileName().toString()).matches();
    }

    private static boolean writes(FileHandle file) {
        Set<StandardOpenOption> options = file.getOpenOptions();
        return options.contains(StandardOpenOption.WRITE)
                || options.contains(StandardOpenOption.APPEND)
                || options.contains(StandardOpenOption.CREATE);
    }
}
