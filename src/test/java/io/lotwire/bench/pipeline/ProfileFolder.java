package io.lotwire.bench.pipeline;

import io.lotwire.demo.CompanyKeys;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** The profiles of the benchmark: the repository's own company, the farms, and who takes lot events. */
final class ProfileFolder {
    private static final String OURS = "northgate-distribution";

    private ProfileFolder() {}

    /** Writes them into a folder, and their keys where they look for them; answers the folder. */
    static Path write(Path home, Path folder, Path data, URI partner) throws IOException {
        Files.createDirectories(folder);
        CompanyKeys keys = new CompanyKeys(data.resolve("keys"));
        keys.of(OURS, Agreements.US);
        Files.copy(home.resolve("partners/" + OURS + ".yaml"), folder.resolve(OURS + ".yaml"));
        for (Farm farm : Farm.values()) {
            keys.of(farm.profileName(), farm.title());
            Files.writeString(folder.resolve(farm.profileName() + ".yaml"), farm.profile(partner));
        }
        for (Subscription subscription : Subscription.values()) {
            Files.writeString(folder.resolve(subscription.profileName() + ".yaml"), subscription.profile());
        }
        return folder;
    }
}
