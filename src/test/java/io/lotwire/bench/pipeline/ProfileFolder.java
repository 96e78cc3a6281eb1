package io.lotwire.bench.pipeline;

import io.lotwire.demo.CompanyKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The profiles of the benchmark: the repository's own company, the farms, and who takes lot events. */
final class ProfileFolder {
    /** The name of our own profile and key. */
    static final String OURS = "northgate-distribution";

    private ProfileFolder() {}

    /** Where the profiles look for keys. */
    static Path keys(Path data) {
        return data.resolve("keys");
    }

    /** Writes those of a cast into a folder, and makes their keys; answers the folder. */
    static Path write(Path home, Path folder, CompanyKeys keys, PartnerProcess partner, Cast cast) throws IOException {
        Files.createDirectories(folder);
        keys.of(OURS, Agreements.US);
        Files.copy(home.resolve("partners/" + OURS + ".yaml"), folder.resolve(OURS + ".yaml"));
        for (Farm farm : cast.farms()) {
            keys.of(farm.profileName(), farm.title());
            Files.writeString(folder.resolve(farm.profileName() + ".yaml"), farm.profile(partner));
        }
        for (Subscription subscription : cast.subscriptions()) {
            keys.of(subscription.profileName(), subscription.profileName());
            Files.writeString(folder.resolve(subscription.profileName() + ".yaml"), subscription.profile(partner));
        }
        return folder;
    }
}
