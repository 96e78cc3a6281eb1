package io.lotwire.bench.pipeline;

import com.jcraft.jsch.ChannelSftp;
import com.jcraft.jsch.JSch;
import com.jcraft.jsch.Session;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;

/** What the stand-in partner's SFTP server takes from one session. */
final class SftpBaseline {
    /** Who logs in there. */
    static final String USER = "northgate";

    /** The directory that files are left in. */
    static final String DIRECTORY = "inbound";

    /** The name of the user's key, among the keys. */
    static final String PRIVATE_KEY = "bench.sftp.key";

    /** The name of the file with the server's key. */
    static final String KNOWN_HOSTS = "bench.known_hosts";

    private static final int PATIENCE_MILLIS = 10_000;

    private SftpBaseline() {}

    /** Puts files with these bodies under another name and renames them, one after the other. */
    static Times files(int port, Path keys, List<byte[]> bodies, int millis) throws Exception {
        JSch client = new JSch();
        client.addIdentity(keys.resolve(PRIVATE_KEY).toString());
        client.setKnownHosts(keys.resolve(KNOWN_HOSTS).toString());
        Session session = client.getSession(USER, "127.0.0.1", port);
        session.connect(PATIENCE_MILLIS);
        try {
            ChannelSftp files = (ChannelSftp) session.openChannel("sftp");
            files.connect(PATIENCE_MILLIS);
            return Repeated.during(millis, number -> {
                String name = "bare-" + number + ".json";
                byte[] body = bodies.get(number % bodies.size());
                files.put(new ByteArrayInputStream(body), DIRECTORY + "/." + name + ".part");
                files.rename(DIRECTORY + "/." + name + ".part", DIRECTORY + "/" + name);
            });
        } finally {
            session.disconnect();
        }
    }
}
