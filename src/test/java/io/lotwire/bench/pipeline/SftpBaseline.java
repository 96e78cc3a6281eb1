package io.lotwire.bench.pipeline;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/** What an SFTP server takes from one bare session. */
final class SftpBaseline {
    /** Who logs in at the stand-in partner's. */
    static final String USER = "northgate";

    /** The directory there that files are left in. */
    static final String DIRECTORY = "inbound";

    /** The directory there that files are fetched from. */
    static final String TO_FETCH = "outbound";

    /** The name of the user's key, among the keys. */
    static final String PRIVATE_KEY = "bench.sftp.key";

    /** The name of the file with the key of the stand-in partner's server. */
    static final String KNOWN_HOSTS = "bench.known_hosts";

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int BUFFER_BYTES = 1 << 15;

    private SftpBaseline() {}

    /** What is done in a session. */
    private interface Work<T> {
        T in(ChannelSftp files) throws Exception;
    }

    /** Writes the content of a file. */
    interface Content {
        void to(OutputStream out) throws IOException;
    }

    /** Puts files with these bodies under another name and renames them, one after the other. */
    static Times files(int port, Path keys, List<byte[]> bodies, int millis) throws Exception {
        return session(
                port,
                USER,
                keys,
                files -> Repeated.during(millis, number -> {
                    String name = "bare-" + number + ".json";
                    byte[] body = bodies.get(number % bodies.size());
                    files.put(new ByteArrayInputStream(body), DIRECTORY + "/." + name + ".part");
                    files.rename(DIRECTORY + "/." + name + ".part", DIRECTORY + "/" + name);
                }));
    }

    /** Leaves a file with a user of a server on loopback, while it is made. */
    static void leave(int port, String user, Path keys, String file, Content content) throws Exception {
        session(port, user, keys, files -> {
            try (OutputStream out = new BufferedOutputStream(files.put(file), BUFFER_BYTES)) {
                content.to(out);
            }
            return file;
        });
    }

    private static <T> T session(int port, String user, Path keys, Work<T> work) throws Exception {
        JSch client = new JSch();
        client.addIdentity(keys.resolve(PRIVATE_KEY).toString());
        Session session = client.getSession(user, "127.0.0.1", port);
        // Both servers are this benchmark's own.
        session.setConfig("StrictHostKeyChecking", "no");
        session.connect(PATIENCE_MILLIS);
        try {
            ChannelSftp files = (ChannelSftp) session.openChannel("sftp");
            files.connect(PATIENCE_MILLIS);
            return work.in(files);
        } finally {
            session.disconnect();
        }
    }
}
