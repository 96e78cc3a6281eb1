package io.lotwire.wire.api;

import io.lotwire.partner.Wire;
import io.lotwire.wire.Probe;
import io.lotwire.wire.ProbeFailed;
import io.lotwire.wire.ProbePlace;
import io.lotwire.wire.ProbeRun;
import io.lotwire.wire.ProbeStep;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Looks which tokens are taken today: it is the partner who calls, so that there is nothing to be tried from here. */
public final class ApiProbe implements Probe {
    @Override
    public String word() {
        return ApiKind.WORD;
    }

    @Override
    public boolean fits(Wire wire) {
        return wire instanceof ApiWire;
    }

    @Override
    public List<ProbeStep> run(Wire wire, ProbePlace place) {
        LocalDate today = LocalDate.ofInstant(place.clock().instant(), ZoneOffset.UTC);
        ProbeRun run = new ProbeRun();
        for (ApiToken token : ((ApiWire) wire).tokens()) {
            run.apart("token " + token.name(), () -> inForce(token, today));
        }
        return run.steps();
    }

    private static String inForce(ApiToken token, LocalDate today) throws ProbeFailed {
        if (token.isGoodOn(today)) {
            return "it is taken until " + token.ends();
        }
        throw new ProbeFailed(
                "it was taken until " + token.ends(), "Make another one with 'lotwire partner token', and hand it out");
    }
}
