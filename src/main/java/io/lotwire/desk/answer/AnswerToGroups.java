package io.lotwire.desk.answer;

import io.lotwire.edi.acknowledgement.AcknowledgementStyle;
import io.lotwire.edi.acknowledgement.Acknowledgements;
import io.lotwire.edi.envelope.GroupSummary;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.write.Written;
import io.lotwire.edi.write.X12Writer;
import java.util.List;
import java.util.Locale;

/**
 * The 997s or 999s of groups, in one group.
 *
 * @param style how they are acknowledged
 * @param version GS08
 * @param first the position of the first of them in the interchange, from 1
 * @param groups what is acknowledged; at least one
 */
record AnswerToGroups(
        InterchangeHeader to,
        AcknowledgementStyle style,
        String version,
        String wire,
        int first,
        List<GroupSummary> groups)
        implements Answer {
    AnswerToGroups {
        groups = List.copyOf(groups);
    }

    @Override
    public String format() {
        return style.kind().set();
    }

    @Override
    public String part() {
        return ", group " + first;
    }

    @Override
    public boolean hasGroup() {
        return true;
    }

    @Override
    public Written write(AnswerEnvelope envelope) {
        X12Writer writer = new X12Writer(envelope.interchange().forVersion(version));
        writer.group("FA", envelope.sender(), envelope.receiver(), envelope.group(), version);
        for (int i = 0; i < groups.size(); i++) {
            Acknowledgements.writeGroup(writer, groups.get(i), style, String.format(Locale.ROOT, "%04d", i + 1));
        }
        return writer.end();
    }
}
