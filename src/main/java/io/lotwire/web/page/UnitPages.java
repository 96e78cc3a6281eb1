package io.lotwire.web.page;

import io.lotwire.ledger.Ledger;
import io.lotwire.lot.Sscc;
import io.lotwire.question.TraceAnswers;
import io.lotwire.question.TraceQuestion;
import io.lotwire.question.TraceStart;
import io.lotwire.registry.TraceDirection;
import io.lotwire.web.door.May;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.Optional;

/** Which lots were ever on a logistic unit, or on units that it held. */
@Path("/units/{sscc}")
@Singleton
public class UnitPages {
    private final Ledger ledger;

    UnitPages(Ledger ledger) {
        this.ledger = ledger;
    }

    /** The unit. */
    @GET
    @RolesAllowed(May.VIEWER)
    public TemplateInstance unit(@PathParam("sscc") String digits) {
        Sscc sscc = Sscc.parse(digits).orElseThrow(NotFoundException::new);
        TraceAnswers trace =
                new TraceQuestion(new TraceStart.Unit(sscc), Optional.empty(), TraceDirection.BOTH).ask(ledger);
        if (!trace.isKnown()) {
            throw new NotFoundException();
        }
        return Templates.unit(sscc.digits(), trace.answers(), trace.more());
    }
}
