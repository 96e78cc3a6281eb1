package io.lotwire.partner.check;

import io.lotwire.partner.Identity;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Subscription;
import io.lotwire.partner.Subscription.Format;
import io.lotwire.partner.Subscription.Send;
import io.lotwire.partner.read.SendReader;
import io.lotwire.problem.Problem;
import io.lotwire.writing.OfferCheck;
import io.lotwire.writing.WritingMapping;
import io.lotwire.writing.WritingMappings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether the out-mappings and templates that profiles name are there, and offer what the profiles choose. */
public final class OutMappingCheck {
    private final Path folder;
    private final WritingMappings mappings;

    /** @param folder the folder of mappings */
    OutMappingCheck(Path folder) {
        this.folder = folder;
        this.mappings = WritingMappings.load(folder);
    }

    void check(Profile profile, Consumer<Problem> problems) {
        for (Subscription subscription : profile.subscriptions()) {
            Send send = subscription.send();
            if (send.format() == Format.TEMPLATE) {
                template(subscription, problems);
            } else if (send.format().syntax().isPresent()) {
                outMapping(subscription, problems);
            }
        }
        if (profile.recall() != null) {
            profile.recall()
                    .asSubscription(Identity.PRODUCTION)
                    .filter(each -> each.send().format() == Format.TEMPLATE)
                    .ifPresent(each -> template(each, problems));
        }
    }

    private void template(Subscription subscription, Consumer<Problem> problems) {
        if (subscription.send().mapping().equals(SendReader.TEMPLATES)) {
            return;
        }
        Path template = folder.resolve(subscription.send().mapping());
        if (!Files.isRegularFile(template)) {
            problems.accept(error(subscription, "There is no template " + template + ": write it, or name another."));
        }
    }

    private void outMapping(Subscription subscription, Consumer<Problem> problems) {
        Send send = subscription.send();
        Optional<WritingMapping> mapping = mappings.named(send.mapping());
        if (mapping.isEmpty()) {
            problems.accept(error(
                    subscription,
                    "There is no working out-mapping '" + send.mapping() + "' (" + folder.resolve(send.mapping())
                            + ".yaml): write or mend it, or name another."));
            return;
        }
        if (mapping.get().syntax() != send.format().syntax().orElseThrow()) {
            problems.accept(error(
                    subscription,
                    "The out-mapping '" + send.mapping() + "' is of another syntax than the format "
                            + send.format().word() + "."));
        }
        OfferCheck.problems(mapping.get(), send.style(), send.conventions().grammar())
                .forEach(problem -> problems.accept(error(subscription, problem.message())));
    }

    private static Problem error(Subscription subscription, String message) {
        return Problem.error(PartnerFault.REFERENCE_DANGLING, subscription.at().place(), message);
    }
}
