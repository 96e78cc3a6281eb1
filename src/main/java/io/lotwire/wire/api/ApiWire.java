package io.lotwire.wire.api;

import io.lotwire.partner.PartnerFault;
import io.lotwire.partner.Surroundings;
import io.lotwire.partner.Wire;
import io.lotwire.partner.WireKind;
import io.lotwire.problem.Problem;
import io.lotwire.yaml.FileLine;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Lot events and scans over HTTP.
 *
 * @param tokens what their programs show; any of them says who they are
 * @param connections so many requests of theirs are taken at a time
 * @param at where the profile describes it
 */
public record ApiWire(List<ApiToken> tokens, int connections, FileLine at) implements Wire {
    /** So many days before its end there is still time to hand out another token. */
    private static final int SOON_DAYS = 30;

    /** Digits of a hash that tell it from others, for people. */
    private static final int SHOWN_DIGITS = 12;

    public ApiWire {
        tokens = List.copyOf(tokens);
    }

    @Override
    public WireKind kind() {
        return new ApiKind();
    }

    @Override
    public boolean sends() {
        return false;
    }

    /** Who shows a token is its partner. */
    @Override
    public List<String> identities() {
        return tokens.stream()
                .map(token -> "API token "
                        + token.sha256()
                                .substring(
                                        0, Math.min(SHOWN_DIGITS, token.sha256().length())))
                .toList();
    }

    @Override
    public void check(Surroundings around) {
        LocalDate today = LocalDate.ofInstant(around.now(), ZoneOffset.UTC);
        for (ApiToken token : tokens) {
            String sentence = "The token '" + token.name() + "' is taken until " + token.ends()
                    + ": make another one with 'lotwire partner token', and hand it out.";
            if (!token.isGoodOn(today)) {
                around.problems().accept(Problem.warning(PartnerFault.TOKEN_ENDED, at.place(), sentence));
            } else if (!token.isGoodOn(today.plusDays(SOON_DAYS))) {
                around.problems().accept(Problem.warning(PartnerFault.TOKEN_ENDS_SOON, at.place(), sentence));
            }
        }
    }

    @Override
    public List<String> inWords() {
        List<String> words = new ArrayList<>();
        words.add(
                "HTTP: they post JSON to /api/v1/events and /api/v1/scans, with 'Authorization: Bearer' and a token of theirs, "
                        + connections
                        + " at a time");
        tokens.forEach(token -> words.add("token '" + token.name() + "': until " + token.ends()
                + (token.asks() ? "; who shows it may ask the registry, which knows of all partners" : "")));
        return words;
    }
}
