package io.lotwire.ledger;

import java.time.Instant;
import org.jdbi.v3.core.Handle;

/** What partners say of what we sent them. A later answer about the same replaces an earlier one. */
public final class PartnersAnswers {
    private final Handle handle;
    private final Instant now;

    PartnersAnswers(Handle handle, Instant now) {
        this.handle = handle;
        this.now = now;
    }

    /** What an answer does to the delivery. */
    public enum Effect {
        /** The partner takes it. */
        ACCEPTED,
        /** The partner does not take it. */
        REJECTED,
        /** Its envelope is right (TA1); whether they take what is in it is said by another answer. */
        RECEIVED
    }

    /**
     * A partner's 997, 999 or 824 speaks of a group that we sent.
     *
     * @param usage ISA15 of the answer, equal to that of what we sent
     * @param controlNumber our GS06 as the answer states it (AK102, OTI08); leading zeros do not matter
     * @param words what it says
     * @return false when we sent no such group
     */
    public boolean aboutGroup(String partner, String usage, String controlNumber, Effect effect, String words) {
        return about(
                "kind in ('SUBSCRIPTION', 'NOTICE') and group_control_number <> ''"
                        + " and ltrim(group_control_number, '0') = ltrim(:number, '0')",
                partner,
                usage,
                controlNumber,
                effect,
                words);
    }

    /**
     * A partner's TA1 or CONTRL speaks of an interchange that we sent, a document or an acknowledgement.
     *
     * @param usage ISA15 of the answer, {@code P} or {@code T} by UNB11
     * @param controlNumber our ISA13 or UNB05 as the answer states it (TA101, UCI01); leading zeros do not matter
     * @param words what it says
     * @return false when we sent no such interchange
     */
    public boolean aboutInterchange(String partner, String usage, String controlNumber, Effect effect, String words) {
        return about(
                "interchange_control_number <> '' and ltrim(interchange_control_number, '0') = ltrim(:number, '0')",
                partner,
                usage,
                controlNumber,
                effect,
                words);
    }

    /**
     * A partner's APERAK speaks of an EDIFACT message that we sent.
     *
     * @param usage {@code P} or {@code T} by UNB11 of the answer
     * @param documentNumber our BGM02 as the answer states it (RFF01.2 or DOC02.1)
     * @param words what it says
     * @return false when we sent no such message
     */
    public boolean aboutMessage(String partner, String usage, String documentNumber, Effect effect, String words) {
        return about(
                "kind = 'SUBSCRIPTION' and interchange_control_number <> '' and group_control_number = ''"
                        + " and set_id in (select id from transaction_set where document_number = :number)",
                partner,
                usage,
                documentNumber,
                effect,
                words);
    }

    private boolean about(
            String which, String partner, String usage, String controlNumber, Effect effect, String words) {
        return handle.createUpdate("""
                        update delivery set changed_at = :now,
                            state = case when :effect = 'RECEIVED' then state else :effect end,
                            cause = case when :effect = 'RECEIVED' then cause else null end,
                            acknowledgement = case when :effect = 'RECEIVED' and state in ('ACCEPTED', 'REJECTED')
                                then acknowledgement else :words end
                        where id = (select id from delivery where partner = :partner and usage = :usage and <which>
                                and state in ('WRITTEN', 'SENT', 'CONFIRMED', 'ACCEPTED', 'REJECTED', 'PARKED', 'DISMISSED')
                            order by id desc limit 1)
                        """.replace("<which>", which))
                        .bind("partner", partner)
                        .bind("usage", usage)
                        .bind("number", controlNumber)
                        .bind("effect", effect.name())
                        .bind("words", words)
                        .bind("now", now)
                        .execute()
                > 0;
    }
}
