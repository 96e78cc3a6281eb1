package io.lotwire.partner.check;

import io.lotwire.partner.AlertRule;
import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Profile;
import io.lotwire.partner.Wire;
import io.lotwire.problem.Problem;
import io.lotwire.problem.Spelling;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Whether those who are told by {@code alerts} are there, and can be told so. */
final class AlertCheck {
    private final Map<String, Profile> profiles;

    /** @param profiles all that could be read, by name */
    AlertCheck(Map<String, Profile> profiles) {
        this.profiles = profiles;
    }

    void check(Profile profile, Consumer<Problem> problems) {
        for (AlertRule rule : profile.alerts()) {
            for (AlertRule.Step step : rule.tell()) {
                wrong(step)
                        .ifPresent(sentence -> problems.accept(Problem.error(
                                PartnerFault.REFERENCE_DANGLING, step.at().place(), sentence)));
            }
        }
    }

    private Optional<String> wrong(AlertRule.Step step) {
        Profile told = profiles.get(step.partner());
        if (told == null) {
            return Optional.of("'tell' names '" + step.partner() + "', but there is no such profile."
                    + Spelling.suggestion(step.partner(), profiles.keySet()));
        }
        if (told.self()) {
            return Optional.of("'tell' names '" + step.partner()
                    + "', the owner, to whom nothing is sent: write a profile for those who are told, and name that.");
        }
        Optional<Wire> wire = told.wire(step.over());
        if (wire.isEmpty() || !wire.get().sends()) {
            return Optional.of("The profile '" + step.partner() + "' has no wire '"
                    + step.over().word() + "' that something can be sent over: describe it there, or name another.");
        }
        return Optional.empty();
    }
}
