package io.lotwire.gateway;

import io.lotwire.ledger.Archive;
import io.lotwire.lot.LotEvent;
import io.lotwire.lot.Purpose;
import io.lotwire.mapping.MappingFault;
import io.lotwire.mapping.Origin;
import io.lotwire.mapping.Translation;
import io.lotwire.mapping.Translator;
import io.lotwire.partner.Inbound;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Tables;
import io.lotwire.problem.Place;
import io.lotwire.problem.Problem;
import io.lotwire.smooks.SmooksMapping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Body;
import org.apache.camel.Handler;
import org.jboss.logging.Logger;

/** Makes lot events of a transaction set, or of a file that is a document as a whole, by the mapping that the partner's profile names. */
@Named("translate")
@ApplicationScoped
public class TranslateStep {
    private static final Logger LOG = Logger.getLogger(TranslateStep.class);

    private final Archive archive;
    private final FileMappings fileMappings;

    TranslateStep(Archive archive, FileMappings fileMappings) {
        this.archive = archive;
        this.fileMappings = fileMappings;
    }

    /** The set with its translation. */
    @Handler
    public SetInHand translate(@Body SetInHand work) throws IOException {
        Optional<Profile> partner = work.rules().profiles().byName(work.inbox().partner());
        Optional<Inbound> agreed =
                partner.flatMap(profile -> profile.receives(work.row().document()));
        if (agreed.filter(inbound -> !inbound.files().isEmpty()).isPresent()) {
            return work.with(translateFile(work, partner.get(), agreed.get()));
        }
        if (agreed.filter(Inbound::isOnlyAcknowledged).isPresent()) {
            return work.with(new Translation("", Purpose.ORIGINAL, List.of(), List.of()));
        }
        Optional<Translator> mapping = agreed.flatMap(inbound -> work.rules()
                .mappings()
                .named(inbound.mapping(), inbound.override(), wrong -> LOG.warn(wrong.toString())));
        if (mapping.isEmpty()) {
            return work.with(noMapping(work, agreed));
        }
        Origin origin = new Origin(
                work.inbox().partner(),
                work.inbox().fileName(),
                work.inbox().content().sha256());
        try {
            Translation made =
                    mapping.get().translate(work.set(), origin, agreed.get().lotRequired());
            Tables.Told told =
                    partner.get().tables().received(made.events(), work.inbox().fileName());
            return work.with(made.with(told.events(), told.problems()));
        } catch (RuntimeException defect) {
            // It would fail again each time: this set waits for a person, the others go on.
            LOG.errorf(defect, "The mapping %s failed", mapping.get().mapping().stamp());
            return work.with(failed(
                    work,
                    MappingFault.MAPPING_FAILED,
                    "The mapping " + mapping.get().mapping().stamp() + " failed: " + RootCause.sentence(defect)));
        }
    }

    /** Makes lot events of a file that is a document as a whole. */
    private Translation translateFile(SetInHand work, Profile partner, Inbound agreed) throws IOException {
        Optional<SmooksMapping> mapping = fileMappings.named(agreed.mapping());
        if (mapping.isEmpty()) {
            return noMapping(work, Optional.of(agreed));
        }
        String sha256 = work.inbox().content().sha256();
        String file = work.inbox().fileName();
        List<LotEvent> events = new ArrayList<>();
        SmooksMapping.Outcome made = mapping.get()
                .translate(
                        () -> archive.open(sha256),
                        new Origin(partner.name(), file, sha256),
                        agreed.document(),
                        agreed.lotRequired(),
                        events::add);
        Tables.Told told = partner.tables().received(events, file);
        return new Translation(made.documentNumber(), made.purpose(), List.of(), made.problems())
                .with(told.events(), told.problems());
    }

    private static Translation noMapping(SetInHand work, Optional<Inbound> agreed) {
        String message = agreed.map(inbound -> "The mapping '" + inbound.mapping()
                        + "' that the profile names does not work: run 'lotwire partner check "
                        + work.inbox().partner() + "'.")
                .orElse("The profile of '" + work.inbox().partner() + "' does not list "
                        + work.row().document() + " under 'receives': add it there.");
        return failed(work, MappingFault.NO_MAPPING, message);
    }

    private static Translation failed(SetInHand work, MappingFault fault, String message) {
        Problem problem = Problem.error(fault, Place.inFile(work.inbox().fileName()), message);
        return new Translation("", Purpose.ORIGINAL, List.of(), List.of(problem));
    }
}
